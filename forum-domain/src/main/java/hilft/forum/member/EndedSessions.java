package hilft.forum.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

import static java.time.ZoneOffset.UTC;

/** Sessions of Keycloak that ended before the forum's own did, kept where every node sees them. */
@ApplicationScoped
public class EndedSessions {

    /** Longer than a session of Keycloak lives, even with "remember me" (30 days). */
    private static final Duration KEPT = Duration.ofDays(31);

    private static final String END = "insert ignore into ended_session (session_id, ended_at) values (?, ?)";
    private static final String FIND = "select 1 from ended_session where session_id = ?";
    private static final String FORGET = "delete from ended_session where ended_at < ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** Repeating it is harmless. {@code session} is Keycloak's {@code sid}. */
    @Transactional
    public void end(String session) {
        entityManager
                .createNativeQuery(END)
                .setParameter(1, session)
                .setParameter(2, LocalDateTime.ofInstant(clock.instant(), UTC))
                .executeUpdate();
    }

    public boolean contains(String session) {
        return !entityManager
                .createNativeQuery(FIND)
                .setParameter(1, session)
                .getResultList()
                .isEmpty();
    }

    /** Forgets sessions that ended so long ago that none of their tokens can still be held. */
    @Transactional
    public void forget() {
        Instant before = clock.instant().minus(KEPT);
        entityManager
                .createNativeQuery(FORGET)
                .setParameter(1, LocalDateTime.ofInstant(before, UTC))
                .executeUpdate();
    }
}
