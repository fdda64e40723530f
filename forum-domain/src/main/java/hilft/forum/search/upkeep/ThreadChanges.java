package hilft.forum.search.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** The durable list of threads that changed, in the order in which the changes began. */
@ApplicationScoped
class ThreadChanges {

    private static final String NOTE = "insert into search_change (question_id, noted_at) values (?, utc_timestamp(6))";

    /** Longer than a transaction takes: ids are given when a row is written, but it is seen when it is committed. */
    private static final int SETTLES_AFTER_SECONDS = 12;

    private static final String AFTER = """
            select id, question_id, noted_at < utc_timestamp(6) - interval ?2 second
            from search_change where id > ?1 order by id
            """;
    private static final String COUNT = "select count(*) from (select id from search_change where id > ?1 limit "
            + ThreadChanges.COUNTED_MAX + ") c";
    private static final String NEWEST_SETTLED = """
            select coalesce(max(id), 0) from search_change where noted_at < utc_timestamp(6) - interval ?1 second
            """;

    /** What every index has read; an index made later reads the threads themselves. */
    private static final String PURGE = """
            delete from search_change
            where id <= (select coalesce(min(position), 9223372036854775807) from search_index)
              and noted_at < utc_timestamp(6) - interval 1 minute
            limit 20000
            """;

    /** Behind by more is not told apart. */
    static final int COUNTED_MAX = 100_000;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    /** Notes that a thread changed, in the caller's transaction. */
    @Transactional
    public void note(long questionId) {
        entityManager.createNativeQuery(NOTE).setParameter(1, questionId).executeUpdate();
    }

    /** The committed changes after this one, at most {@code limit}. */
    @SuppressWarnings("unchecked")
    public List<ThreadChange> after(long id, int limit) {
        List<Object[]> rows = entityManager
                .createNativeQuery(AFTER)
                .setParameter(1, id)
                .setParameter(2, SETTLES_AFTER_SECONDS)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream()
                .map(row -> new ThreadChange(number(row[0]), number(row[1]), number(row[2]) == 1))
                .toList();
    }

    /** How many changes come after this one, counted up to {@link #COUNTED_MAX}. */
    public long countAfter(long id) {
        return number(entityManager.createNativeQuery(COUNT).setParameter(1, id).getSingleResult());
    }

    /** The latest change before which none can appear any more, 0 when none is there. */
    public long newestSettled() {
        return number(entityManager
                .createNativeQuery(NEWEST_SETTLED)
                .setParameter(1, SETTLES_AFTER_SECONDS)
                .getSingleResult());
    }

    @Transactional
    public void purge() {
        entityManager.createNativeQuery(PURGE).executeUpdate();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
