package hilft.forum.category;

import java.util.List;

/**
 * What an admin enters: slug of 2–40 lower-case letters, digits and hyphens; names up to 60, descriptions up to 200, rules and
 * templates up to 2,000 characters; icon and colour out of {@link CategoryRules}; at most 5 handles of moderators.
 */
public record CategoryText(
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
        List<String> moderators) {

    public CategoryText {
        moderators = List.copyOf(moderators);
    }

    /** In the usual colour, without templates, rules and moderators. */
    public CategoryText(
            String slug, String icon, String nameDe, String nameEn, String descriptionDe, String descriptionEn) {
        this(
                slug,
                icon,
                CategoryRules.USUAL_COLOUR,
                nameDe,
                nameEn,
                descriptionDe,
                descriptionEn,
                "",
                "",
                "",
                "",
                List.of());
    }
}
