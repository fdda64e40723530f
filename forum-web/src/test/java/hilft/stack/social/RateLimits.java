package hilft.stack.social;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How often each user called each endpoint in the current fifteen minutes, as X counts. */
final class RateLimits {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Map<String, Window> windows = new HashMap<>();

    /** What the three headers say; {@code reset} is given to X's callers in epoch seconds. */
    record Window(int limit, int used, Instant reset) {
        int remaining() {
            return Math.max(0, limit - used);
        }

        boolean isExceeded() {
            return used > limit;
        }

        /** The same user, refused for this many seconds. */
        Window refusedFor(Instant now, int seconds) {
            return new Window(limit, limit + 1, now.plusSeconds(seconds));
        }
    }

    synchronized Window count(Endpoint endpoint, String user, Instant now) {
        return windows.merge(
                endpoint.label() + " " + user, new Window(endpoint.limit(), 1, now.plus(WINDOW)), (known, first) -> {
                    if (!now.isBefore(known.reset())) {
                        return first;
                    }
                    return new Window(known.limit(), known.used() + 1, known.reset());
                });
    }
}
