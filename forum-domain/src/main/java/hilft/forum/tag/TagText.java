package hilft.forum.tag;

/** What an admin says of a tag: names up to 60, descriptions up to 200 characters; each may be empty. */
public record TagText(String nameDe, String nameEn, String descriptionDe, String descriptionEn) {}
