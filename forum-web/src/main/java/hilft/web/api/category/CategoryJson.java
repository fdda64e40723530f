package hilft.web.api.category;

import hilft.forum.category.CategoryView;
import hilft.web.api.http.Versioned;
import java.util.Objects;

/** A category with the number of its visible questions. */
public record CategoryJson(
        String slug,
        String icon,
        String nameDe,
        String nameEn,
        String descriptionDe,
        String descriptionEn,
        String templateDe,
        String templateEn,
        long questionCount)
        implements Versioned {

    static CategoryJson of(CategoryView view, long questionCount) {
        return new CategoryJson(
                view.slug(),
                view.icon(),
                view.nameDe(),
                view.nameEn(),
                view.descriptionDe(),
                view.descriptionEn(),
                view.templateDe(),
                view.templateEn(),
                questionCount);
    }

    @Override
    public String editVersion() {
        return Integer.toHexString(
                Objects.hash(icon, nameDe, nameEn, descriptionDe, descriptionEn, templateDe, templateEn));
    }
}
