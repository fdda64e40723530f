package hilft.forum.category;

import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.Viewer;
import hilft.forum.shared.Kept;
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
import org.jspecify.annotations.Nullable;

import static jakarta.enterprise.event.TransactionPhase.AFTER_COMPLETION;

/** Reads categories; the list is short and kept for a minute or until something changes, so that pages pay no statement for it. */
@ApplicationScoped
public class CategoryQueries {

    private static final String ALL = "select c from Category c order by c.position, c.id";

    /** Moderators and former slugs in one statement. */
    private static final String BESIDE = """
            select category_id, position, member_id, null from category_moderator
            union all select category_id, 0, null, slug from category_former_slug
            order by 1, 2
            """;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Known(List<CategoryView> open, Map<Long, CategoryView> byId, Map<String, CategoryView> bySlug) {}

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    MemberQueries members;

    private final Kept<Known> kept = new Kept<>(KEPT);

    /** Those in which questions are asked, in their order. */
    public List<CategoryView> list() {
        return known().open();
    }

    /** Those that are read only, in their order. */
    public List<CategoryView> archived() {
        return all().stream().filter(CategoryView::archived).toList();
    }

    /** Those in which questions are asked, then the archived ones. */
    public List<CategoryView> all() {
        return List.copyOf(known().byId().values());
    }

    /** By its slug, or by one it had before; today's is in what is found. Archived ones are found, too. */
    public Optional<CategoryView> find(@Nullable String slug) {
        return slug == null
                ? Optional.empty()
                : Optional.ofNullable(known().bySlug().get(slug));
    }

    public Map<Long, CategoryView> byId() {
        return known().byId();
    }

    /** What is read next comes from the database: somebody, perhaps on another node, has changed something. */
    public void forget() {
        kept.forget();
    }

    void on(@Observes(during = AFTER_COMPLETION) CategoriesChanged event) {
        forget();
    }

    private Known known() {
        return kept.get(this::read);
    }

    private Known read() {
        List<@Nullable Object[]> beside = beside();
        Map<Long, List<Author>> moderators = moderators(beside);
        List<CategoryView> all = entityManager.createQuery(ALL, Category.class).getResultList().stream()
                .map(category -> category.view(moderators.getOrDefault(category.id(), List.of())))
                .toList();
        List<CategoryView> open = all.stream().filter(one -> !one.archived()).toList();
        Map<Long, CategoryView> byId = new LinkedHashMap<>();
        open.forEach(one -> byId.put(one.id(), one));
        all.forEach(one -> byId.putIfAbsent(one.id(), one));
        Map<String, CategoryView> bySlug = new HashMap<>();
        for (@Nullable Object[] row : beside) {
            CategoryView owner = byId.get(id(row[0]));
            if (row[3] != null && owner != null) {
                bySlug.put(String.valueOf(row[3]), owner);
            }
        }
        all.forEach(one -> bySlug.put(one.slug(), one));
        return new Known(open, Collections.unmodifiableMap(byId), Map.copyOf(bySlug));
    }

    /** Those whose moderator the viewer was named, archived ones, too. */
    public List<CategoryView> moderatedBy(Viewer viewer) {
        return all().stream()
                .filter(category -> viewer.moderated().contains(category.id()))
                .toList();
    }

    private Map<Long, List<Author>> moderators(List<@Nullable Object[]> beside) {
        List<@Nullable Object[]> rows =
                beside.stream().filter(row -> row[2] != null).toList();
        Map<Long, Author> authors =
                members.authors(rows.stream().map(row -> id(row[2])).toList());
        Map<Long, List<Author>> moderators = new HashMap<>();
        for (@Nullable Object[] row : rows) {
            Author author = authors.get(id(row[2]));
            if (author != null && !author.deleted()) {
                moderators
                        .computeIfAbsent(id(row[0]), category -> new ArrayList<>())
                        .add(author);
            }
        }
        return moderators;
    }

    @SuppressWarnings("unchecked")
    private List<@Nullable Object[]> beside() {
        return entityManager.createNativeQuery(BESIDE).getResultList();
    }

    private static Long id(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
