package hilft.forum.search;

import hilft.forum.question.QuestionQueries;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.Page;
import hilft.forum.text.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Finds questions by the words of their title and body; the title counts double. */
@ApplicationScoped
public class Search {

    private static final int QUERY_MAX = 200;
    private static final int WORDS_MAX = 12;
    private static final int DEPTH_MAX = 500;
    private static final String FIND = """
            select id, match (title, body_text) against (?1 in boolean mode)
              + match (title) against (?1 in boolean mode) as score
            from question
            where hidden_at is null and match (title, body_text) against (?1 in boolean mode)
            order by score desc, id desc
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    QuestionQueries questions;

    /**
     * Questions with all the words, or with any of them when none has all; words match by their beginning. Only the
     * first 200 characters and 12 words of the query count, and only the first 500 hits can be paged through.
     */
    public Page<SearchHit> find(String typed, @Nullable String after, int limit) {
        List<String> words = words(typed);
        if (words.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        int offset = (int) Cursor.decode(after)
                .map(cursor -> Math.min(Math.max(cursor.id(), 0), DEPTH_MAX))
                .orElse(0L)
                .longValue();
        List<Object[]> rows = rows(words.stream().map(word -> "+" + word + "*").collect(joining(" ")), offset, limit);
        if (rows.isEmpty() && words.size() > 1) {
            rows = rows(words.stream().map(word -> word + "*").collect(joining(" ")), offset, limit);
        }
        Map<Long, Double> scores = new HashMap<>();
        rows.stream()
                .limit(limit)
                .forEach(row -> scores.put(((Number) row[0]).longValue(), ((Number) row[1]).doubleValue()));
        List<Long> ids = rows.stream()
                .limit(limit)
                .map(row -> ((Number) row[0]).longValue())
                .toList();
        List<SearchHit> hits = questions.list(ids).stream()
                .map(item -> new SearchHit(item, scores.getOrDefault(item.id(), 0.0)))
                .toList();
        boolean more = rows.size() > limit && offset + limit < DEPTH_MAX;
        return new Page<>(hits, more ? new Cursor(0, offset + limit).encode() : null);
    }

    /** Letters and digits only: what is an operator to the database never gets there. */
    private static List<String> words(String typed) {
        String query = Input.line(typed);
        query = query.substring(0, Math.min(query.length(), QUERY_MAX)).toLowerCase(Locale.ROOT);
        return Arrays.stream(query.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= 3)
                .distinct()
                .limit(WORDS_MAX)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String expression, int offset, int limit) {
        return entityManager
                .createNativeQuery(FIND)
                .setParameter(1, expression)
                .setFirstResult(offset)
                .setMaxResults(limit + 1)
                .getResultList();
    }
}
