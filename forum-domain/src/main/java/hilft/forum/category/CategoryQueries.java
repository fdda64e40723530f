package hilft.forum.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads categories; the list is short and its query is cached, so that pages pay no statement for it. */
@ApplicationScoped
public class CategoryQueries {

    private static final String ALL = "select c from Category c order by c.position, c.id";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    public List<CategoryView> list() {
        return entityManager
                .createQuery(ALL, Category.class)
                .setHint("eclipselink.query-results-cache", "true")
                .setHint("eclipselink.query-results-cache.expiry", "60000")
                .getResultList()
                .stream()
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
