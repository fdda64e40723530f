package hilft.forum.category;

/** What an admin enters: slug of 2–40 lower-case letters, digits and hyphens; names up to 60, descriptions up to 200, templates up to 2,000 characters. */
public record CategoryText(
        String slug,
        String icon,
        String nameDe,
        String nameEn,
        String descriptionDe,
        String descriptionEn,
        String templateDe,
        String templateEn) {

    /** Without templates. */
    public CategoryText(
            String slug, String icon, String nameDe, String nameEn, String descriptionDe, String descriptionEn) {
        this(slug, icon, nameDe, nameEn, descriptionDe, descriptionEn, "", "");
    }
}
