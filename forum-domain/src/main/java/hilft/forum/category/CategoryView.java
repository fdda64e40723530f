package hilft.forum.category;

/** A category as pages show it; {@code icon} names a symbol of the sprite. A template says what a question should tell, and may be empty. */
public record CategoryView(
        long id,
        String slug,
        String icon,
        String nameDe,
        String nameEn,
        String descriptionDe,
        String descriptionEn,
        String templateDe,
        String templateEn) {

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameDe;
    }

    public String template(String language) {
        return "en".equals(language) ? templateEn : templateDe;
    }

    /** Whether a text says nothing but what a template of this category asks. */
    public boolean isTemplate(String text) {
        String bare = bare(text);
        return !bare.isEmpty() && (bare.equals(bare(templateDe)) || bare.equals(bare(templateEn)));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    public String description(String language) {
        return "en".equals(language) ? descriptionEn : descriptionDe;
    }
}
