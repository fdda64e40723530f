package hilft.forum.tag;

import hilft.forum.shared.Kept;
import hilft.forum.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

import static jakarta.enterprise.event.TransactionPhase.AFTER_COMPLETION;

/**
 * Reads tags. Those of which there is something to say are some hundreds and kept for a minute or until something changes, so
 * that pages pay no statement for them.
 */
@ApplicationScoped
public class TagQueries {

    private static final String ALL = "select t from Tag t";
    private static final String MAINS =
            "select t.name, m.name from Tag t, Tag m where m.id = t.mainId and t.name in :names";

    /** Words on questions go by their index, in its order; the names of tags are told apart more strictly than that. */
    private static final String NAMES = """
            select name from (
              (select name from question_tag where name > ?1 and name like ?2 group by name order by name limit ?3)
              union
              (select name collate utf8mb4_uca1400_ai_ci from tag
                where name collate utf8mb4_uca1400_ai_ci > ?1 and name collate utf8mb4_uca1400_ai_ci like ?2
                order by name collate utf8mb4_uca1400_ai_ci limit ?3)) names
            order by name limit ?3
            """;

    private static final String COUNTS =
            "select name, count(*) from question_tag where name in (%s) group by name collate utf8mb4_bin";

    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Known(Map<String, TagView> byName, Map<String, List<String>> synonyms) {}

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    private final Kept<Known> kept = new Kept<>(KEPT);

    /** What is known of a tag; nothing but the word where nobody has said anything. */
    public TagView get(String name) {
        TagView known = known().byName().get(name);
        return known == null ? TagView.plain(name) : known;
    }

    /** The tag that a word stands for, which is the word itself unless it is a synonym. */
    public String main(String name) {
        String main = get(name).main();
        return main == null ? name : main;
    }

    /** The words that stand for a tag, in the order of the alphabet. */
    public List<String> synonyms(String name) {
        return known().synonyms().getOrDefault(name, List.of());
    }

    /** As they are stored: each by its main tag, each once. Asks the database, whatever is kept. */
    public List<String> mains(List<String> names) {
        if (names.isEmpty()) {
            return names;
        }
        Map<String, String> mains = new HashMap<>();
        entityManager
                .createQuery(MAINS, Object[].class)
                .setParameter("names", names)
                .getResultList()
                .forEach(row -> mains.put((String) row[0], (String) row[1]));
        return names.stream()
                .map(name -> mains.getOrDefault(name, name))
                .distinct()
                .toList();
    }

    /**
     * Tags in the order of the alphabet, with how many questions wear each; {@code search} is a part of the word, {@code after}
     * an earlier page's {@code next}.
     */
    public Page<TagItem> page(String search, @Nullable String after, int limit) {
        List<?> names = entityManager
                .createNativeQuery(NAMES)
                .setParameter(1, after == null ? "" : after)
                .setParameter(2, "%" + search.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .setParameter(3, limit + 1)
                .getResultList();
        List<String> shown = names.stream().limit(limit).map(String::valueOf).toList();
        return new Page<>(items(shown), names.size() > limit ? shown.get(limit - 1) : null);
    }

    /** How many questions wear each of these words; spellings that the index takes for the same are told apart. */
    public List<TagItem> items(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, Long> counts = new TreeMap<>();
        names.forEach(name -> counts.put(name, 0L));
        Query query = entityManager.createNativeQuery(
                COUNTS.formatted(String.join(",", Collections.nCopies(names.size(), "?"))));
        int place = 1;
        for (String name : names) {
            query.setParameter(place++, name);
        }
        for (Object row : query.getResultList()) {
            Object[] counted = (Object[]) row;
            counts.put(String.valueOf(counted[0]), ((Number) counted[1]).longValue());
        }
        List<TagItem> items = new ArrayList<>();
        counts.forEach((name, count) -> items.add(new TagItem(get(name), count)));
        return items;
    }

    /** How many questions wear this very word. */
    public long count(String name) {
        return items(List.of(name)).stream()
                .filter(item -> item.tag().name().equals(name))
                .mapToLong(TagItem::questions)
                .sum();
    }

    /** What is read next comes from the database: somebody, perhaps on another node, has changed something. */
    public void forget() {
        kept.forget();
    }

    void on(@Observes(during = AFTER_COMPLETION) TagsChanged event) {
        forget();
    }

    private Known known() {
        return kept.get(this::read);
    }

    private Known read() {
        Map<Long, Tag> byId = new HashMap<>();
        entityManager.createQuery(ALL, Tag.class).getResultList().forEach(tag -> byId.put(tag.id(), tag));
        Map<String, TagView> byName = new HashMap<>();
        Map<String, List<String>> synonyms = new HashMap<>();
        byId.values().stream().sorted(Comparator.comparing(Tag::name)).forEach(tag -> {
            Long mainId = tag.mainId();
            Tag main = mainId == null ? null : byId.get(mainId);
            byName.put(tag.name(), tag.view(main == null ? null : main.name()));
            if (main != null) {
                synonyms.computeIfAbsent(main.name(), name -> new ArrayList<>()).add(tag.name());
            }
        });
        return new Known(byName, synonyms);
    }
}
