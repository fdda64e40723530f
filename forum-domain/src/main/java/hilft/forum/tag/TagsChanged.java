package hilft.forum.tag;

/** A tag is described otherwise, stands for another one, or does so no more. */
public record TagsChanged() {}
