package hilft.forum.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts views in memory and adds them up in the database now and then: reading a page writes nothing. */
@ApplicationScoped
public class ViewCounts {

    private static final String ADD = "update question set view_count = view_count + ? where id = ?";

    private final Map<Long, Integer> pending = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    public void count(long questionId) {
        pending.merge(questionId, 1, Integer::sum);
    }

    /** Called every minute; what is lost by a crash in between is a minute's views. */
    @Transactional
    public void flush() {
        pending.keySet().forEach(questionId -> {
            Integer views = pending.remove(questionId);
            if (views != null) {
                entityManager
                        .createNativeQuery(ADD)
                        .setParameter(1, views)
                        .setParameter(2, questionId)
                        .executeUpdate();
            }
        });
    }
}
