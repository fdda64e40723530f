package hilft.forum.tag;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a tag beside the word itself.
 *
 * @param main the tag it is a synonym of, or null
 * @param version what a change is made against; 0 when nothing has been said of it yet
 */
public record TagView(
        String name,
        @Nullable String main,
        String nameDe,
        String nameEn,
        String descriptionDe,
        String descriptionEn,
        long version) {

    static TagView plain(String name) {
        return new TagView(name, null, "", "", "", "", 0);
    }

    /** Its name in a language, or the word as it is typed. */
    public String label(String language) {
        String label = "en".equals(language) ? nameEn : nameDe;
        return label.isEmpty() ? name : label;
    }

    /** May be empty. */
    public String description(String language) {
        return "en".equals(language) ? descriptionEn : descriptionDe;
    }
}
