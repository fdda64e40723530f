package hilft.forum.category;

/** What an admin enters: slug of 2–40 lower-case letters, digits and hyphens; names up to 60, descriptions up to 200 characters. */
public record CategoryText(
        String slug, String icon, String nameDe, String nameEn, String descriptionDe, String descriptionEn) {}
