package hilft.forum.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

import static java.time.ZoneOffset.UTC;

/** When members look at lists, so that these can show what is new to them. */
@ApplicationScoped
public class Visits {

    // the first assignment still sees the time before
    private static final String COME = """
            update member set visit_before = if(visited_at < ?2, visited_at, visit_before), visited_at = ?1
            where id = ?4 and (visited_at is null or visited_at < ?3)
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    /**
     * Somebody looks at a list; a statement once in five minutes.
     *
     * @return since when things are new to them: the end of their visit before, or null if there was none
     */
    @Transactional
    public @Nullable Instant come(MemberView member) {
        Instant now = clock.instant();
        if (!VisitRules.isWrittenDown(member.visitedAt(), now)) {
            entityManager
                    .createNativeQuery(COME)
                    .setParameter(1, time(now))
                    .setParameter(2, time(now.minus(VisitRules.PAUSE)))
                    .setParameter(3, time(now.minus(VisitRules.STEP)))
                    .setParameter(4, member.id())
                    .executeUpdate();
        }
        return VisitRules.since(member.visitedAt(), member.visitBefore(), now);
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }
}
