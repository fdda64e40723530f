package hilft.forum.category;

/** A category was added, changed, moved, archived or brought back. */
public record CategoriesChanged() {}
