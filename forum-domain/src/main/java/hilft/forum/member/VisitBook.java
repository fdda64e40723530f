package hilft.forum.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;

import static java.time.ZoneOffset.UTC;

/** Writes visits down; apart from {@link Visits}, which is asked with every list and nearly never writes. */
@ApplicationScoped
class VisitBook {

    // the first assignment still sees the time before
    private static final String COME = """
            update member set visit_before = if(visited_at < ?2, visited_at, visit_before), visited_at = ?1
            where id = ?4 and (visited_at is null or visited_at < ?3)
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Transactional
    void write(long memberId, Instant now) {
        entityManager
                .createNativeQuery(COME)
                .setParameter(1, time(now))
                .setParameter(2, time(now.minus(VisitRules.PAUSE)))
                .setParameter(3, time(now.minus(VisitRules.STEP)))
                .setParameter(4, memberId)
                .executeUpdate();
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }
}
