package hilft.forum.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

import static jakarta.enterprise.event.TransactionPhase.AFTER_COMPLETION;

/** Reads categories; the list is short and kept for a minute or until it changes here, so that pages pay no statement for it. */
@ApplicationScoped
public class CategoryQueries {

    private static final String ALL = "select c from Category c order by c.position, c.id";

    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Kept(List<CategoryView> categories, long untilNanos) {}

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    public List<CategoryView> list() {
        Kept current = kept.get();
        if (current == null || System.nanoTime() - current.untilNanos() >= 0) {
            current = new Kept(read(), System.nanoTime() + KEPT.toNanos());
            kept.set(current);
        }
        return current.categories();
    }

    void on(@Observes(during = AFTER_COMPLETION) CategoriesChanged event) {
        kept.set(null);
    }

    private List<CategoryView> read() {
        return entityManager.createQuery(ALL, Category.class).getResultList().stream()
                .map(Category::view)
                .toList();
    }

    public Optional<CategoryView> find(String slug) {
        return list().stream().filter(category -> category.slug().equals(slug)).findFirst();
    }

    public Map<Long, CategoryView> byId() {
        return list().stream().collect(Collectors.toMap(CategoryView::id, Function.identity()));
    }
}
