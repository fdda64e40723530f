package hilft.forum.search.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts searches in memory and adds them up in the database now and then: searching writes nothing. */
@ApplicationScoped
public class SearchRecords {

    /** Different searches kept of a day; all others of that day are counted together. */
    static final int DIFFERENT_MAX = 5_000;

    private static final int KEPT_DAYS = 90;
    private static final String DIFFERENT = "select count(*) from search_record where day = ?";
    private static final String ADD = """
            update search_record set searches = searches + ?, without_result = without_result + ?
            where day = ? and query = ?
            """;
    private static final String KEEP = """
            insert into search_record (day, query, searches, without_result) values (?, ?, ?, ?)
            on duplicate key update searches = searches + values(searches),
              without_result = without_result + values(without_result)
            """;
    private static final String FORGET = "delete from search_record where day < ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    private final Map<String, Count> pending = new ConcurrentHashMap<>();

    private record Count(int searches, int withoutResult) {
        Count plus(Count other) {
            return new Count(searches + other.searches, withoutResult + other.withoutResult);
        }
    }

    /** Somebody has sent off a search; what is typed of it is cleaned before it is kept even for a moment. */
    public void count(String typed, boolean found) {
        String kept = SearchRecordRules.kept(typed);
        String query = pending.size() < DIFFERENT_MAX || pending.containsKey(kept) ? kept : SearchRecordRules.LEFT_OUT;
        pending.merge(query, new Count(1, found ? 0 : 1), Count::plus);
    }

    /** Called every minute; what is lost by a crash in between is a minute's searches. */
    @Transactional
    public void flush() {
        if (pending.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Number different = (Number) entityManager
                .createNativeQuery(DIFFERENT)
                .setParameter(1, today)
                .getSingleResult();
        int room = Math.max(0, DIFFERENT_MAX - different.intValue());
        Count others = new Count(0, 0);
        // in one order on every node, so that none waits for another that waits for it
        for (Map.Entry<String, Count> entry : taken().entrySet()) {
            if (add(today, entry.getKey(), entry.getValue())) {
                continue;
            }
            if (room > 0 && !entry.getKey().equals(SearchRecordRules.LEFT_OUT)) {
                room--;
                keep(today, entry.getKey(), entry.getValue());
            } else {
                others = others.plus(entry.getValue());
            }
        }
        if (others.searches() > 0) {
            keep(today, SearchRecordRules.LEFT_OUT, others);
        }
    }

    private Map<String, Count> taken() {
        Map<String, Count> taken = new TreeMap<>();
        pending.keySet().forEach(query -> {
            Count count = pending.remove(query);
            if (count != null) {
                taken.put(query, count);
            }
        });
        return taken;
    }

    private boolean add(LocalDate day, String query, Count count) {
        return entityManager
                        .createNativeQuery(ADD)
                        .setParameter(1, count.searches())
                        .setParameter(2, count.withoutResult())
                        .setParameter(3, day)
                        .setParameter(4, query)
                        .executeUpdate()
                == 1;
    }

    private void keep(LocalDate day, String query, Count count) {
        entityManager
                .createNativeQuery(KEEP)
                .setParameter(1, day)
                .setParameter(2, query)
                .setParameter(3, count.searches())
                .setParameter(4, count.withoutResult())
                .executeUpdate();
    }

    /** Forgets what was searched more than 90 days ago. */
    @Transactional
    public void forget() {
        LocalDate before = LocalDate.ofInstant(clock.instant(), zone).minusDays(KEPT_DAYS);
        entityManager.createNativeQuery(FORGET).setParameter(1, before).executeUpdate();
    }
}
