package hilft.rewards.reputation;

import hilft.forum.shared.Cursor;
import hilft.forum.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads the ledger. */
@ApplicationScoped
public class LedgerQueries {

    private static final String LINES = """
            select e.id, e.credit, e.points, e.reversal, e.questionId, e.answerId, q.title, q.slug, q.hiddenAt, e.at
            from LedgerEntry e join Question q on q.id = e.questionId where e.memberId = :member
            """;
    private static final String DAYS =
            "select e.day, sum(e.points) from LedgerEntry e where e.memberId = :member and e.day >= :from group by e.day";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    /** A member's lines, the latest first. */
    public Page<LedgerLine> page(long memberId, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        LINES + (cursor.isPresent() ? " and e.id < :id" : "") + " order by e.id desc", Object[].class)
                .setParameter("member", memberId)
                .setMaxResults(limit + 1);
        cursor.ifPresent(place -> query.setParameter("id", place.id()));
        return Page.of(
                query.getResultStream().map(LedgerQueries::line).toList(), limit, line -> new Cursor(0, line.id()));
    }

    private static LedgerLine line(Object[] row) {
        boolean visible = row[8] == null;
        String url = row[5] == null ? "/questions/" + row[4] + "/" + row[7] : "/answers/" + row[5];
        return new LedgerLine(
                (Long) row[0],
                (Credit) row[1],
                (Integer) row[2],
                (Boolean) row[3],
                (Long) row[4],
                visible ? (String) row[6] : null,
                visible ? url : null,
                (Instant) row[9]);
    }

    /** Points gained on each of the last days, today last. */
    public List<Long> lastDays(long memberId, int days) {
        LocalDate from = LocalDate.ofInstant(clock.instant(), zone).minusDays(days - 1L);
        Map<LocalDate, Long> sums = new HashMap<>();
        entityManager
                .createQuery(DAYS, Object[].class)
                .setParameter("member", memberId)
                .setParameter("from", from)
                .getResultList()
                .forEach(row -> sums.put((LocalDate) row[0], ((Number) row[1]).longValue()));
        return LongStream.range(0, days)
                .mapToObj(day -> sums.getOrDefault(from.plusDays(day), 0L))
                .toList();
    }
}
