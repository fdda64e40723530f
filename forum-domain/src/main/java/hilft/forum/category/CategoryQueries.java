package hilft.forum.category;

import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import static jakarta.enterprise.event.TransactionPhase.AFTER_COMPLETION;

/** Reads categories; the list is short and kept for a minute or until something changes, so that pages pay no statement for it. */
@ApplicationScoped
public class CategoryQueries {

    private static final String ALL = "select c from Category c order by c.position, c.id";
    private static final String MODERATORS =
            "select category_id, member_id from category_moderator order by category_id, position";
    private static final String FORMER_SLUGS = "select slug, category_id from category_former_slug";

    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Kept(
            List<CategoryView> open, Map<Long, CategoryView> byId, Map<String, CategoryView> bySlug, long untilNanos) {
        static Kept nothing() {
            return new Kept(List.of(), Map.of(), Map.of(), System.nanoTime());
        }
    }

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    MemberQueries members;

    private final AtomicReference<Kept> kept = new AtomicReference<>(Kept.nothing());

    /** Those in which questions are asked, in their order. */
    public List<CategoryView> list() {
        return kept().open();
    }

    /** Those that are read only, in their order. */
    public List<CategoryView> archived() {
        return all().stream().filter(CategoryView::archived).toList();
    }

    /** Those in which questions are asked, then the archived ones. */
    public List<CategoryView> all() {
        return List.copyOf(kept().byId().values());
    }

    /** By its slug, or by one it had before; today's is in what is found. Archived ones are found, too. */
    public Optional<CategoryView> find(String slug) {
        return Optional.ofNullable(kept().bySlug().get(slug));
    }

    public Map<Long, CategoryView> byId() {
        return kept().byId();
    }

    /** What is read next comes from the database: somebody, perhaps on another node, has changed something. */
    public void forget() {
        kept.set(Kept.nothing());
    }

    void on(@Observes(during = AFTER_COMPLETION) CategoriesChanged event) {
        forget();
    }

    private Kept kept() {
        Kept current = Objects.requireNonNull(kept.get());
        if (System.nanoTime() - current.untilNanos() < 0) {
            return current;
        }
        Kept fresh = read();
        // not if something was changed while it was read
        kept.compareAndSet(current, fresh);
        return fresh;
    }

    private Kept read() {
        Map<Long, List<Author>> moderators = moderators();
        List<CategoryView> all = entityManager.createQuery(ALL, Category.class).getResultList().stream()
                .map(category -> category.view(moderators.getOrDefault(category.id(), List.of())))
                .toList();
        List<CategoryView> open = all.stream().filter(one -> !one.archived()).toList();
        Map<Long, CategoryView> byId = new LinkedHashMap<>();
        open.forEach(one -> byId.put(one.id(), one));
        all.forEach(one -> byId.putIfAbsent(one.id(), one));
        Map<String, CategoryView> bySlug = new HashMap<>();
        rows(FORMER_SLUGS).forEach(row -> {
            CategoryView owner = byId.get(id(row[1]));
            if (owner != null) {
                bySlug.put(String.valueOf(row[0]), owner);
            }
        });
        all.forEach(one -> bySlug.put(one.slug(), one));
        return new Kept(
                open, Collections.unmodifiableMap(byId), Map.copyOf(bySlug), System.nanoTime() + KEPT.toNanos());
    }

    /** Whoever has lost the role looks after nothing, but is not forgotten: the role may come back. */
    private Map<Long, List<Author>> moderators() {
        List<Object[]> rows = rows(MODERATORS);
        Map<Long, Author> authors =
                members.authors(rows.stream().map(row -> id(row[1])).toList());
        Map<Long, List<Author>> moderators = new HashMap<>();
        for (Object[] row : rows) {
            Author author = authors.get(id(row[1]));
            if (author != null && !author.deleted() && mayModerate(author.roles())) {
                moderators
                        .computeIfAbsent(id(row[0]), category -> new ArrayList<>())
                        .add(author);
            }
        }
        return moderators;
    }

    static boolean mayModerate(MemberView member) {
        return !member.deleted() && !member.disabled() && mayModerate(member.roles());
    }

    private static boolean mayModerate(Set<Role> roles) {
        return roles.contains(Role.MODERATOR) || roles.contains(Role.ADMIN);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql) {
        return entityManager.createNativeQuery(sql).getResultList();
    }

    private static Long id(Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
