package hilft.rewards.reputation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Members' totals, kept beside the ledger so that pages need not sum. */
@ApplicationScoped
public class Standings {

    private static final String ADD = """
            insert into standing (member_id, points, solutions) values (?, ?, ?)
            on duplicate key update points = points + values(points), solutions = solutions + values(solutions)
            """;
    private static final String OF = "select member_id, points, solutions from standing where member_id in (%s)";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    /** The totals of all these members, in one statement; who never earned anything has zeros. */
    @SuppressWarnings("unchecked")
    public Map<Long, Standing> of(Collection<Long> memberIds) {
        Map<Long, Standing> standings = new HashMap<>();
        Set<Long> ids = Set.copyOf(memberIds);
        if (ids.isEmpty()) {
            return standings;
        }
        ids.forEach(id -> standings.put(id, Standing.none(id)));
        List<Object[]> rows = query(List.copyOf(ids)).getResultList();
        rows.forEach(row -> {
            long id = ((Number) row[0]).longValue();
            standings.put(id, new Standing(id, ((Number) row[1]).longValue(), ((Number) row[2]).intValue()));
        });
        return standings;
    }

    /** With as many places as the next power of two: few different statements, which the database knows already. */
    private Query query(List<Long> ids) {
        int places = Math.max(1, Integer.highestOneBit(ids.size() * 2 - 1));
        Query query = entityManager.createNativeQuery(OF.formatted("?" + ",?".repeat(places - 1)));
        for (int i = 0; i < places; i++) {
            query.setParameter(i + 1, ids.get(Math.min(i, ids.size() - 1)));
        }
        return query;
    }

    public Standing of(long memberId) {
        return of(Set.of(memberId)).getOrDefault(memberId, Standing.none(memberId));
    }

    @Transactional
    void add(long memberId, int points, int solutions) {
        entityManager
                .createNativeQuery(ADD)
                .setParameter(1, memberId)
                .setParameter(2, points)
                .setParameter(3, solutions)
                .executeUpdate();
    }
}
