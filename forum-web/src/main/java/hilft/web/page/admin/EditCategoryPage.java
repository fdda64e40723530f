package hilft.web.page.admin;

import hilft.forum.category.Categories;
import hilft.forum.category.CategoryProblem;
import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryRules;
import hilft.forum.category.CategoryView;
import hilft.forum.idempotency.IdempotentRequests;
import hilft.web.faces.Moved;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Once;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Making a category, and changing it against the version that was opened. */
@Named
@RequestScoped
public class EditCategoryPage {
    private static final String LIST = "/admin/categories";

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    CategoryQueries queries;

    @Inject
    Categories categories;

    @Inject
    IdempotentRequests requests;

    @Inject
    Typed form;

    @Inject
    Words words;

    private final TypedCategory typed = new TypedCategory();
    private @Nullable CategoryView current;
    private long version;
    private String once = Once.key();
    private List<Difference> conflict = List.of();

    @PostConstruct
    void read() {
        String slug = Routes.parameter(request, "category");
        if (slug != null) {
            CategoryView category = find(slug);
            current = category;
            version = category.version();
            typed.fill(category);
        }
        String icon = request.getParameter("icon");
        if (icon != null) typed.setIcon(icon);
        String colour = request.getParameter("colour");
        if (colour != null) typed.setColour(colour);
    }

    private CategoryView find(String slug) {
        CategoryView found = queries.find(slug).orElseThrow(() -> new CategoryProblem(CategoryProblem.Reason.UNKNOWN));
        if (!found.slug().equals(slug) && request.getMethod().equals("GET")) {
            throw new Moved(LIST + "/" + found.slug());
        }
        return found;
    }

    /** As it stands in the database, or nothing while it is made. */
    public @Nullable CategoryView getCurrent() {
        return current;
    }

    public TypedCategory getTyped() {
        return typed;
    }

    public List<String> getIcons() {
        return CategoryRules.ICONS;
    }

    public List<String> getColours() {
        return CategoryRules.COLOURS;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getOnce() {
        return once;
    }

    public void setOnce(String once) {
        this.once = once;
    }

    public String getDraft() {
        return current == null ? "category" : "category-" + current.id();
    }

    /** What somebody else has saved in the meantime and stands otherwise here. */
    public List<Difference> getConflict() {
        return conflict;
    }

    public void create() {
        form.send(() -> {
            long memberId = visitor.viewer().id();
            requests.once(
                    memberId, once, typed.text().toString(), () -> categories.create(typed.text(), visitor.viewer()));
            Flash.say(request, words.of("admin.category.created"), getDraft());
            return LIST;
        });
        if (form.isRefused()) once = Once.key();
    }

    public void change() {
        String slug = Optional.ofNullable(current).orElseThrow().slug();
        form.send(() -> {
            categories.change(slug, typed.text(), version, visitor.viewer());
            Flash.say(request, words.of("admin.category.changed"), getDraft());
            return LIST;
        });
        if (form.isStale()) {
            queries.forget();
            CategoryView now = find(slug);
            current = now;
            version = now.version();
            conflict = differences(now);
        }
    }

    private List<Difference> differences(CategoryView now) {
        TypedCategory saved = new TypedCategory();
        saved.fill(now);
        List<Difference> differences = new ArrayList<>();
        Difference.add(differences, label("nameDe"), saved.getNameDe(), typed.getNameDe());
        Difference.add(differences, label("nameEn"), saved.getNameEn(), typed.getNameEn());
        Difference.add(differences, label("descriptionDe"), saved.getDescriptionDe(), typed.getDescriptionDe());
        Difference.add(differences, label("descriptionEn"), saved.getDescriptionEn(), typed.getDescriptionEn());
        Difference.add(differences, label("slug"), saved.getSlug(), typed.getSlug());
        Difference.add(differences, label("icon"), icon(saved), icon(typed));
        Difference.add(differences, label("colour"), colour(saved), colour(typed));
        Difference.add(differences, label("rulesDe"), saved.getRulesDe(), typed.getRulesDe());
        Difference.add(differences, label("rulesEn"), saved.getRulesEn(), typed.getRulesEn());
        Difference.add(differences, label("templateDe"), saved.getTemplateDe(), typed.getTemplateDe());
        Difference.add(differences, label("templateEn"), saved.getTemplateEn(), typed.getTemplateEn());
        Difference.add(differences, label("moderators"), saved.getModerators(), typed.getModerators());
        return differences;
    }

    private String icon(TypedCategory category) {
        return words.orElse("category.icon." + category.getIcon(), category.getIcon());
    }

    private String colour(TypedCategory category) {
        return words.orElse("category.colour." + category.getColour(), category.getColour());
    }

    private String label(String field) {
        return words.of("admin.category." + field);
    }
}
