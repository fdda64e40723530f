package hilft.forum.category;

import hilft.forum.curation.Curations;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import hilft.forum.shared.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static hilft.forum.category.CategoryProblem.Reason.INVALID;
import static hilft.forum.category.CategoryProblem.Reason.NOT_ALLOWED;
import static hilft.forum.category.CategoryProblem.Reason.SLUG_TAKEN;
import static hilft.forum.category.CategoryProblem.Reason.STALE;
import static hilft.forum.category.CategoryProblem.Reason.UNKNOWN;
import static hilft.forum.curation.CurationAction.ARCHIVE_CATEGORY;
import static hilft.forum.curation.CurationAction.BRING_BACK_CATEGORY;
import static hilft.forum.curation.CurationAction.CHANGE_CATEGORY;
import static hilft.forum.curation.CurationAction.CREATE_CATEGORY;

/** What admins do with categories. They are few and changed seldom, so one change waits for the other. */
@ApplicationScoped
@Transactional
public class Categories {

    private static final String LOCK_ALL = "select id, archived_at from category order by position, id for update";
    private static final String BY_SLUG = "select c from Category c where c.slug = :slug";
    private static final String PUT = "update category set position = ? where id = ?";
    private static final String OWNER = "select category_id from category_former_slug where slug = ?";
    private static final String KEEP_FORMER = "insert into category_former_slug (slug, category_id) values (?, ?)";
    private static final String TAKE_AGAIN = "delete from category_former_slug where slug = ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    MemberQueries members;

    @Inject
    Curations curations;

    @Inject
    Clock clock;

    @Inject
    Event<CategoriesChanged> changed;

    /** Adds one at the end and gives its id. */
    public long create(CategoryText typed, Viewer admin) {
        int last = lockAll(admin).size();
        CategoryText text = CategoryRules.clean(typed);
        List<Long> moderators = check(text);
        if (find(text.slug()).isPresent() || owner(text.slug()).isPresent()) {
            throw taken();
        }
        Category category = Category.of(text, moderators, last + 1);
        entityManager.persist(category);
        entityManager.flush();
        curations.log(CREATE_CATEGORY, text.slug(), List.of(), admin);
        changed.fire(new CategoriesChanged());
        return category.id();
    }

    /**
     * Changes one if it still has the version the admin saw. Where the slug changes, the former one leads to it for ever and
     * is no other category's.
     */
    public void change(String slug, CategoryText typed, long seenVersion, Viewer admin) {
        lockAll(admin);
        Category category = get(slug);
        CategoryText text = CategoryRules.clean(typed);
        List<Long> moderators = check(text);
        if (category.version() != seenVersion) {
            throw new CategoryProblem(STALE);
        }
        if (!text.slug().equals(category.slug())) {
            takeSlug(category, text.slug());
        }
        List<String> changes = category.changes(text, moderators);
        category.change(text, moderators);
        entityManager.flush();
        if (!changes.isEmpty()) {
            curations.log(CHANGE_CATEGORY, text.slug(), changes, admin);
        }
        changed.fire(new CategoriesChanged());
    }

    private void takeSlug(Category category, String slug) {
        Optional<Long> owner = owner(slug);
        if (find(slug).isPresent()
                || owner.filter(id -> !id.equals(category.id())).isPresent()) {
            throw taken();
        }
        if (owner.isPresent()) {
            entityManager.createNativeQuery(TAKE_AGAIN).setParameter(1, slug).executeUpdate();
        }
        entityManager
                .createNativeQuery(KEEP_FORMER)
                .setParameter(1, category.slug())
                .setParameter(2, category.id())
                .executeUpdate();
    }

    /** Puts one at a place among those that are not archived; 1 is the first, and a place beyond the end is the end. */
    public void move(String slug, int place, Viewer admin) {
        List<Long> order = new ArrayList<>();
        List<Long> archived = new ArrayList<>();
        lockAll(admin).forEach(row -> (row[1] == null ? order : archived).add(((Number) row[0]).longValue()));
        long id = get(slug).id();
        if (archived.contains(id)) {
            return;
        }
        List<Long> moved = CategoryRules.moved(order, id, place);
        moved.addAll(archived);
        for (int i = 0; i < moved.size(); i++) {
            entityManager
                    .createNativeQuery(PUT)
                    .setParameter(1, i + 1)
                    .setParameter(2, moved.get(i))
                    .executeUpdate();
        }
        changed.fire(new CategoriesChanged());
    }

    /** Its threads stay to be read and answered; nobody asks in it any more. */
    public void archive(String slug, Viewer admin) {
        lockAll(admin);
        Category category = get(slug);
        if (category.isArchived()) {
            return;
        }
        category.archive(clock.instant());
        curations.log(ARCHIVE_CATEGORY, category.slug(), List.of(), admin);
        changed.fire(new CategoriesChanged());
    }

    public void bringBack(String slug, Viewer admin) {
        lockAll(admin);
        Category category = get(slug);
        if (!category.isArchived()) {
            return;
        }
        category.bringBack();
        curations.log(BRING_BACK_CATEGORY, category.slug(), List.of(), admin);
        changed.fire(new CategoriesChanged());
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> lockAll(Viewer admin) {
        if (!admin.roles().contains(Role.ADMIN)) {
            throw new CategoryProblem(NOT_ALLOWED);
        }
        return entityManager.createNativeQuery(LOCK_ALL).getResultList();
    }

    private List<Long> check(CategoryText text) {
        List<FieldError> errors = new ArrayList<>(CategoryRules.check(text));
        List<Long> moderators = new ArrayList<>();
        if (errors.stream().noneMatch(error -> error.field().equals("moderators"))) {
            for (String handle : text.moderators()) {
                Optional<MemberView> member = members.findByAnyHandle(handle).filter(CategoryRules::mayModerate);
                member.ifPresentOrElse(
                        found -> moderators.add(found.id()),
                        () -> errors.add(new FieldError(
                                "moderators",
                                "category.moderator_unknown",
                                text.moderators().indexOf(handle) + 1,
                                0)));
            }
        }
        if (!errors.isEmpty()) {
            throw new CategoryProblem(INVALID, errors);
        }
        return moderators.stream().distinct().toList();
    }

    private Category get(String slug) {
        return find(slug).orElseThrow(() -> new CategoryProblem(UNKNOWN));
    }

    private Optional<Category> find(String slug) {
        return entityManager
                .createQuery(BY_SLUG, Category.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    private Optional<Long> owner(String slug) {
        return entityManager.createNativeQuery(OWNER).setParameter(1, slug).getResultList().stream()
                .findFirst()
                .map(id -> ((Number) id).longValue());
    }

    private static CategoryProblem taken() {
        return new CategoryProblem(SLUG_TAKEN, FieldError.of("slug", "category.slug_taken"));
    }
}
