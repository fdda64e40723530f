package hilft.forum.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Notes what has changed in the transaction that changes it, and reads what other nodes have noted. */
@ApplicationScoped
public class ChangeNotes {

    private static final String NOTE =
            "insert into change_note (node, subject, noted_at) values (?, ?, utc_timestamp(6))";
    private static final String OTHERS = """
            select id, subject from change_note
            where id > ?1 and node <> ?2 and noted_at > utc_timestamp(6) - interval ?3 second
            """;
    private static final String NEWEST = "select coalesce(max(id), 0) from change_note";
    private static final String FORGET = "delete from change_note where noted_at < utc_timestamp(6) - interval 1 hour";

    /** Longer than a transaction takes: numbers are given when a note is written, but it is seen when it is committed. */
    private static final Duration LATEST = Duration.ofSeconds(12);

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    private final String node = UUID.randomUUID().toString();
    private final Map<Long, Long> seen = new HashMap<>();
    private long settled = -1;

    /** Notes a change for the other nodes, in the caller's transaction; {@code subject} is the reader's to understand. */
    @Transactional
    public void note(long subject) {
        entityManager
                .createNativeQuery(NOTE)
                .setParameter(1, node)
                .setParameter(2, subject)
                .executeUpdate();
    }

    /** What other nodes have noted since the last time this one asked, each note once. */
    @SuppressWarnings("unchecked")
    public synchronized List<Long> others() {
        if (settled < 0) {
            settled = ((Number) entityManager.createNativeQuery(NEWEST).getSingleResult()).longValue();
        }
        long now = System.nanoTime();
        List<Object[]> rows = entityManager
                .createNativeQuery(OTHERS)
                .setParameter(1, settled)
                .setParameter(2, node)
                .setParameter(3, LATEST.toSeconds())
                .getResultList();
        List<Long> fresh = rows.stream()
                .filter(row -> seen.putIfAbsent(((Number) row[0]).longValue(), now) == null)
                .map(row -> ((Number) row[1]).longValue())
                .toList();
        seen.values().removeIf(at -> now - at > 2 * LATEST.toNanos());
        return fresh;
    }

    @Transactional
    public void forget() {
        entityManager.createNativeQuery(FORGET).executeUpdate();
    }
}
