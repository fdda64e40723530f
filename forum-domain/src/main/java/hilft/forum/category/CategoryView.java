package hilft.forum.category;

/** A category as pages show it; {@code icon} names a symbol of the sprite. */
public record CategoryView(
        long id, String slug, String icon, String nameDe, String nameEn, String descriptionDe, String descriptionEn) {

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameDe;
    }

    public String description(String language) {
        return "en".equals(language) ? descriptionEn : descriptionDe;
    }
}
