package hilft.forum.search.upkeep;

import hilft.forum.search.upkeep.KeptIndex.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the database knows of every index of every node; times are the database's. */
@ApplicationScoped
class KeptIndexes {

    private static final String SELECT = """
            select name, mapping, analysis, model, dimension, position, total, done, next_id, built_at is not null, renew
            from search_index where place = ?1
            """;
    private static final String ADD = """
            insert into search_index
              (name, place, mapping, analysis, model, dimension, position, total, done, next_id, made_at, heard_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9, utc_timestamp(6), utc_timestamp(6))
            """;
    private static final String MOVE = """
            update search_index set position = ?2, written_at = utc_timestamp(6), heard_at = utc_timestamp(6)
            where name = ?1
            """;
    private static final String PROGRESS =
            "update search_index set done = ?2, next_id = ?3, heard_at = utc_timestamp(6) where name = ?1";
    private static final String BUILT =
            "update search_index set done = ?2, next_id = 0, built_at = utc_timestamp(6) where name = ?1";
    private static final String HEARD = "update search_index set heard_at = utc_timestamp(6) where name = ?1";
    private static final String RENEW = "update search_index set renew = true where built_at is not null";
    private static final String REMOVE = "delete from search_index where name = ?1";
    private static final String FORGET = "delete from search_index where heard_at < utc_timestamp(6) - interval 7 day";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    ThreadChanges changes;

    @Inject
    ThreadReader threads;

    /** The indexes of all nodes in places of this kind, the built ones first, the newest first. */
    @SuppressWarnings("unchecked")
    public List<KeptIndex> in(String place) {
        List<Object[]> rows = entityManager
                .createNativeQuery(SELECT + " order by built_at is null, built_at desc, made_at desc")
                .setParameter(1, place)
                .getResultList();
        return rows.stream().map(KeptIndexes::index).toList();
    }

    @SuppressWarnings("unchecked")
    public Optional<KeptIndex> find(String place, String name) {
        List<Object[]> rows = entityManager
                .createNativeQuery(SELECT + " and name = ?2")
                .setParameter(1, place)
                .setParameter(2, name)
                .getResultList();
        return rows.stream().map(KeptIndexes::index).findFirst();
    }

    private static KeptIndex index(Object[] row) {
        return new KeptIndex(
                (String) row[0],
                new Rules((int) number(row[1]), (String) row[2], (String) row[3], (int) number(row[4])),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                number(row[8]),
                truth(row[9]),
                truth(row[10]));
    }

    private static boolean truth(Object value) {
        return value instanceof Boolean truth ? truth : number(value) != 0;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** A new index, empty, that has all threads before it and follows whatever changes from now on. */
    @Transactional
    public KeptIndex add(String place, Rules rules) {
        // a name that is no word, so that it can be told in a file name and in an address
        String name = UUID.randomUUID().toString();
        KeptIndex index =
                new KeptIndex(name, rules, changes.newestSettled(), threads.count(), 0, Long.MAX_VALUE, false, false);
        query(ADD)
                .setParameter(1, name)
                .setParameter(2, place)
                .setParameter(3, rules.mapping())
                .setParameter(4, rules.analysis())
                .setParameter(5, rules.model())
                .setParameter(6, rules.dimension())
                .setParameter(7, index.position())
                .setParameter(8, index.total())
                .setParameter(9, index.nextId())
                .executeUpdate();
        return index;
    }

    /** The index holds every change up to this one for good. */
    @Transactional
    public void move(String name, long position) {
        query(MOVE).setParameter(1, name).setParameter(2, position).executeUpdate();
    }

    /** The index holds so many threads for good; those with lower ids than this are to come. */
    @Transactional
    public void progress(String name, long done, long nextId) {
        query(PROGRESS)
                .setParameter(1, name)
                .setParameter(2, done)
                .setParameter(3, nextId)
                .executeUpdate();
    }

    @Transactional
    public void built(String name, long done) {
        query(BUILT).setParameter(1, name).setParameter(2, done).executeUpdate();
    }

    /** Asks for a new index in the place of every one there is, on every node. */
    @Transactional
    public void renew() {
        query(RENEW).executeUpdate();
    }

    /** The index is still kept by somebody. */
    @Transactional
    public void heard(String name) {
        query(HEARD).setParameter(1, name).executeUpdate();
    }

    @Transactional
    public void remove(String name) {
        query(REMOVE).setParameter(1, name).executeUpdate();
    }

    /** Forgets indexes that nobody has kept for a week, so that changes need not wait for them. */
    @Transactional
    public void forget() {
        query(FORGET).executeUpdate();
    }

    private Query query(String sql) {
        return entityManager.createNativeQuery(sql);
    }
}
