package hilft.forum.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import static java.time.ZoneOffset.UTC;

/**
 * Up to which moment members have read threads, kept in memory and written now and then, many in one statement: reading a
 * page writes nothing. A crash in between costs a minute's positions.
 */
@ApplicationScoped
public class ReadingPositions {

    private static final int A_STATEMENT = 200;
    private static final int MOST_PENDING = 100_000;
    private static final int FORGOTTEN_AT_ONCE = 10_000;
    private static final String KEEP =
            "insert into thread_reading (member_id, question_id, read_until, seen_at) values ";
    private static final String ROW = "(?, ?, ?, ?)";
    private static final String RENEW = """
             on duplicate key update read_until = greatest(read_until, values(read_until)), seen_at = values(seen_at)
            """;
    private static final String FORGET = "delete from thread_reading where seen_at < ? limit " + FORGOTTEN_AT_ONCE;
    private static final int FORGOTTEN_AFTER_DAYS = 400;

    private record Place(long memberId, long questionId) {}

    private final Map<Place, Instant> pending = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** The member has read what was written up to this moment; earlier moments than known change nothing. */
    public void read(long memberId, long questionId, Instant until) {
        if (pending.size() < MOST_PENDING) {
            pending.merge(new Place(memberId, questionId), until, ReadingPositions::later);
        }
    }

    /** What is not written yet. */
    public Optional<Instant> find(long memberId, long questionId) {
        return Optional.ofNullable(pending.get(new Place(memberId, questionId)));
    }

    /** Called every minute. */
    @Transactional
    public void flush() {
        List<Map.Entry<Place, Instant>> rows =
                new ArrayList<>(Map.copyOf(pending).entrySet());
        for (int from = 0; from < rows.size(); from += A_STATEMENT) {
            write(rows.subList(from, Math.min(rows.size(), from + A_STATEMENT)));
        }
        // what was read meanwhile is another value and stays
        rows.forEach(row -> pending.remove(row.getKey(), row.getValue()));
    }

    private void write(List<Map.Entry<Place, Instant>> rows) {
        Query query = entityManager.createNativeQuery(
                KEEP + String.join(",", rows.stream().map(row -> ROW).toList()) + RENEW);
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), UTC);
        int parameter = 1;
        for (Map.Entry<Place, Instant> row : rows) {
            query.setParameter(parameter++, row.getKey().memberId());
            query.setParameter(parameter++, row.getKey().questionId());
            query.setParameter(parameter++, LocalDateTime.ofInstant(row.getValue(), UTC));
            query.setParameter(parameter++, now);
        }
        query.executeUpdate();
    }

    /** Called every hour. */
    @Transactional
    public void forget() {
        entityManager
                .createNativeQuery(FORGET)
                .setParameter(1, LocalDateTime.ofInstant(clock.instant(), UTC).minusDays(FORGOTTEN_AFTER_DAYS))
                .executeUpdate();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
