package hilft.forum.category;

/** A category was added or is named otherwise. */
public record CategoriesChanged() {}
