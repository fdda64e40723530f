package hilft.stack.clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Stands in for the forum's clock and can be set to any time, from which it keeps running. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION + 10)
@ApplicationScoped
public class MovableClock {
    private static final Duration DATABASE_PRECISION = Duration.ofNanos(1_000);

    private volatile Duration ahead = Duration.ZERO;

    @Produces
    Clock clock() {
        return Clock.tick(new ShiftedClock(() -> ahead), DATABASE_PRECISION);
    }

    void setTo(Instant instant) {
        ahead = Duration.between(Instant.now(), instant);
    }

    void moveBy(Duration duration) {
        ahead = ahead.plus(duration);
    }

    void reset() {
        ahead = Duration.ZERO;
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }
}
