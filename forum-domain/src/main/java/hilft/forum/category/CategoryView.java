package hilft.forum.category;

import hilft.forum.member.Author;
import java.util.List;

/**
 * A category as pages show it; {@code icon} names a symbol of the sprite, {@code colour} one of the palette. A template says
 * what a question should tell, rules say what applies, a line for each; both may be empty. An archived one is read, but nobody
 * asks in it. {@code version} is what a change is made against.
 */
public record CategoryView(
        long id,
        String slug,
        String icon,
        String colour,
        String nameDe,
        String nameEn,
        String descriptionDe,
        String descriptionEn,
        String templateDe,
        String templateEn,
        String rulesDe,
        String rulesEn,
        boolean archived,
        long version,
        List<Author> moderators) {

    public CategoryView {
        moderators = List.copyOf(moderators);
    }

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameDe;
    }

    public String template(String language) {
        return "en".equals(language) ? templateEn : templateDe;
    }

    /** What applies in it, line by line; empty when nothing special does. */
    public List<String> rules(String language) {
        return ("en".equals(language) ? rulesEn : rulesDe)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
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
