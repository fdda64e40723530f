package hilft.forum.member;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where one visit ends and the next begins. */
final class VisitRules {

    /** Whoever comes back after so long comes for another visit. */
    static final Duration PAUSE = Duration.ofMinutes(30);

    /** A visit is written down no more often, so that looking at lists writes nearly nothing. */
    static final Duration STEP = Duration.ofMinutes(5);

    private VisitRules() {}

    /** Since when things are new to somebody who looks now; null at the first visit, when everything would be. */
    static @Nullable Instant since(@Nullable Instant visitedAt, @Nullable Instant visitBefore, Instant now) {
        return isAnother(visitedAt, now) ? visitedAt : visitBefore;
    }

    static boolean isAnother(@Nullable Instant visitedAt, Instant now) {
        return visitedAt != null && visitedAt.isBefore(now.minus(PAUSE));
    }

    static boolean isWrittenDown(@Nullable Instant visitedAt, Instant now) {
        return visitedAt != null && !visitedAt.isBefore(now.minus(STEP));
    }
}
