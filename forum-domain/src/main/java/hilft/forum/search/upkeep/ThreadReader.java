package hilft.forum.search.upkeep;

import hilft.forum.search.index.IndexedThread;
import hilft.forum.shared.IdList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

/** Reads what threads are found by: only what everybody may see, in three statements however many they are. */
@ApplicationScoped
class ThreadReader {

    /** Of an answer and of the answers that are looked into: more says nothing new about what a thread is about. */
    private static final int CHARACTERS_MAX = 5_000;

    private static final int ANSWERS_MAX = 40;

    private static final String THREADS = """
            select q.id, q.language, q.title, left(q.body_text, 20000), q.category_id, q.author_id, q.answer_count,
              q.accepted_answer_id is not null, q.official_answer, q.me_too_count, q.asked_at, q.last_activity_at,
              (select group_concat(t.name order by t.position separator '\n') from question_tag t where t.question_id = q.id)
            from question q where q.hidden_at is null and q.id in (%s)
            """;
    private static final String ANSWERS = """
            select question_id, text from (
              select a.question_id, left(a.body_text, %d) as text, row_number() over
                (partition by a.question_id order by a.id = q.accepted_answer_id desc, a.score desc, a.id) as place
              from answer a join question q on q.id = a.question_id
              where a.hidden_at is null and a.question_id in (%s)) ranked
            where place <= %d order by question_id, place
            """;
    private static final String WRITERS =
            "select distinct question_id, author_id from answer where hidden_at is null and question_id in (%s)";
    private static final String COUNT = "select count(*) from question where hidden_at is null";
    private static final String OLDER = "select id from question where hidden_at is null and id < ?1 order by id desc";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    /** Those of the threads that everybody may see; the others are unknown, hidden or withdrawn. */
    public List<IndexedThread> read(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String in = IdList.of(ids);
        Map<Long, List<String>> answers = new HashMap<>();
        rows(ANSWERS.formatted(CHARACTERS_MAX, in, ANSWERS_MAX))
                .forEach(row -> answers.computeIfAbsent(number(row[0]), thread -> new ArrayList<>())
                        .add(text(row[1])));
        Map<Long, Set<Long>> writers = new HashMap<>();
        rows(WRITERS.formatted(in))
                .forEach(row -> writers.computeIfAbsent(number(row[0]), thread -> new HashSet<>())
                        .add(number(row[1])));
        return rows(THREADS.formatted(in)).stream()
                .map(row -> thread(row, answers, writers))
                .toList();
    }

    private static IndexedThread thread(
            @Nullable Object[] row, Map<Long, List<String>> answers, Map<Long, Set<Long>> writers) {
        long id = number(row[0]);
        Set<Long> wrote = new HashSet<>(writers.getOrDefault(id, Set.of()));
        wrote.add(number(row[5]));
        return new IndexedThread(
                id,
                text(row[1]),
                text(row[2]),
                text(row[3]),
                answers.getOrDefault(id, List.of()),
                number(row[4]),
                row[12] == null ? List.of() : List.of(text(row[12]).split("\n")),
                wrote,
                (int) number(row[6]),
                truth(row[7]),
                truth(row[8]),
                (int) number(row[9]),
                instant(row[10]),
                instant(row[11]));
    }

    /** How many threads everybody may see. */
    public long count() {
        return number(entityManager.createNativeQuery(COUNT).getSingleResult());
    }

    /** The newest visible threads before this one, the newest first. */
    @SuppressWarnings("unchecked")
    public List<Long> before(long id, int limit) {
        List<Object> ids = entityManager
                .createNativeQuery(OLDER)
                .setParameter(1, id)
                .setMaxResults(limit)
                .getResultList();
        return ids.stream().map(ThreadReader::number).toList();
    }

    @SuppressWarnings("unchecked")
    private List<@Nullable Object[]> rows(String sql) {
        return entityManager.createNativeQuery(sql).getResultList();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static boolean truth(@Nullable Object value) {
        return value instanceof Boolean truth ? truth : number(value) != 0;
    }

    /** The driver hands out a computed text as bytes. */
    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(value);
    }

    private static Instant instant(@Nullable Object value) {
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime().toInstant(UTC);
        }
        return value instanceof LocalDateTime time ? time.toInstant(UTC) : Instant.EPOCH;
    }
}
