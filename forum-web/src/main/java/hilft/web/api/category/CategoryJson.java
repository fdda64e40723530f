package hilft.web.api.category;

import hilft.forum.category.CategoryView;
import hilft.forum.member.Author;
import hilft.web.api.http.Versioned;
import java.util.List;

/** A category with the number of its visible questions; moderators by their handles. */
public record CategoryJson(
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
        List<String> moderators,
        boolean archived,
        long version,
        long questionCount)
        implements Versioned {

    static CategoryJson of(CategoryView view, long questionCount) {
        return new CategoryJson(
                view.slug(),
                view.icon(),
                view.colour(),
                view.nameDe(),
                view.nameEn(),
                view.descriptionDe(),
                view.descriptionEn(),
                view.templateDe(),
                view.templateEn(),
                view.rulesDe(),
                view.rulesEn(),
                view.moderators().stream().map(Author::handle).toList(),
                view.archived(),
                view.version(),
                questionCount);
    }

    @Override
    public String editVersion() {
        return Long.toHexString(version);
    }
}
