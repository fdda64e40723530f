package hilft.forum.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When members look at lists, so that these can show what is new to them. */
@ApplicationScoped
public class Visits {

    @Inject
    VisitBook book;

    @Inject
    Clock clock;

    /**
     * Somebody looks at a list; a statement once in five minutes.
     *
     * @return since when things are new to them: the end of their visit before, or null if there was none
     */
    public @Nullable Instant come(MemberView member) {
        Instant now = clock.instant();
        if (!VisitRules.isWrittenDown(member.visitedAt(), now)) {
            book.write(member.id(), now);
        }
        return VisitRules.since(member.visitedAt(), member.visitBefore(), now);
    }
}
