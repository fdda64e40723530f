package hilft.forum.category;

import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static hilft.forum.category.CategoryProblem.Reason.INVALID;
import static hilft.forum.category.CategoryProblem.Reason.NOT_ALLOWED;
import static hilft.forum.category.CategoryProblem.Reason.SLUG_TAKEN;
import static hilft.forum.category.CategoryProblem.Reason.UNKNOWN;

/** What admins do with categories. */
@ApplicationScoped
@Transactional
public class Categories {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,38}[a-z0-9]");
    private static final int TEMPLATE_MAX = 2_000;
    private static final Pattern ICON = Pattern.compile("[a-z0-9-]{1,40}");

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    CategoryQueries categories;

    @Inject
    Event<CategoriesChanged> changed;

    public CategoryView create(CategoryText text, Viewer admin) {
        check(text, admin);
        if (categories.find(text.slug()).isPresent()) {
            throw new CategoryProblem(SLUG_TAKEN, FieldError.of("slug", "category.slug_taken"));
        }
        Category category = Category.of(text, categories.list().size() + 1);
        entityManager.persist(category);
        entityManager.flush();
        changed.fire(new CategoriesChanged());
        return category.view();
    }

    /** The slug stays: it is part of addresses. */
    public CategoryView rename(CategoryText text, Viewer admin) {
        check(text, admin);
        Category category = categories
                .find(text.slug())
                .map(view -> Objects.requireNonNull(entityManager.find(Category.class, view.id())))
                .orElseThrow(() -> new CategoryProblem(UNKNOWN));
        category.rename(text);
        changed.fire(new CategoriesChanged());
        return category.view();
    }

    private static void check(CategoryText text, Viewer admin) {
        if (!admin.roles().contains(Role.ADMIN)) {
            throw new CategoryProblem(NOT_ALLOWED);
        }
        FieldError[] errors = Stream.of(
                        SLUG.matcher(text.slug()).matches()
                                ? null
                                : new FieldError("slug", "category.slug_invalid", 2, 40),
                        ICON.matcher(text.icon()).matches()
                                ? null
                                : new FieldError("icon", "category.icon_invalid", 1, 40),
                        length("nameDe", text.nameDe(), 60),
                        length("nameEn", text.nameEn(), 60),
                        length("descriptionDe", text.descriptionDe(), 200),
                        length("descriptionEn", text.descriptionEn(), 200),
                        template("templateDe", text.templateDe()),
                        template("templateEn", text.templateEn()))
                .filter(Objects::nonNull)
                .toArray(FieldError[]::new);
        if (errors.length > 0) {
            throw new CategoryProblem(INVALID, errors);
        }
    }

    private static @org.jspecify.annotations.Nullable FieldError template(String field, String text) {
        return Input.length(text) > TEMPLATE_MAX
                ? new FieldError(field, "category.text_length", 0, TEMPLATE_MAX)
                : null;
    }

    private static @org.jspecify.annotations.Nullable FieldError length(String field, String text, int max) {
        int length = text.strip().length();
        return length >= 1 && length <= max ? null : new FieldError(field, "category.text_length", 1, max);
    }
}
