package hilft.forum.tag;

/** A tag in the list of admins, with the number of questions that wear it, hidden ones included. */
public record TagItem(TagView tag, long questions) {}
