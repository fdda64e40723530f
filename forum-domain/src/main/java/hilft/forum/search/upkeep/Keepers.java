package hilft.forum.search.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Which node fills the indexes that all nodes share: one at a time, until it leaves or is not heard for 20 seconds. */
@ApplicationScoped
class Keepers {

    /** Whoever has the place keeps it; it is anybody's once its time is over. The node decides before the time is set. */
    private static final String TAKE = """
            insert into search_keeper (place, node, until) values (?1, ?2, utc_timestamp(6) + interval 20 second)
            on duplicate key update
              node = if(until < utc_timestamp(6), values(node), node),
              until = if(node = values(node), values(until), until)
            """;

    private static final String HAS = "select count(*) from search_keeper where place = ?1 and node = ?2";
    private static final String LEAVE = "delete from search_keeper where place = ?1 and node = ?2";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    private final String node = UUID.randomUUID().toString();

    /** Whether it is this node for the next 20 seconds. */
    @Transactional
    public boolean take(String place) {
        entityManager
                .createNativeQuery(TAKE)
                .setParameter(1, place)
                .setParameter(2, node)
                .executeUpdate();
        Number mine = (Number) entityManager
                .createNativeQuery(HAS)
                .setParameter(1, place)
                .setParameter(2, node)
                .getSingleResult();
        return mine.intValue() > 0;
    }

    /** Lets another node be it at once. */
    @Transactional
    public void leave(String place) {
        entityManager
                .createNativeQuery(LEAVE)
                .setParameter(1, place)
                .setParameter(2, node)
                .executeUpdate();
    }
}
