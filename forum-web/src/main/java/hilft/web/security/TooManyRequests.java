package hilft.web.security;

import java.time.Duration;

/** Somebody did something more often than {@link RateLimits} allows. */
public class TooManyRequests extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyRequests(Duration wait) {
        super("Too many requests");
        this.seconds = Math.max(1, wait.toSeconds() + 1);
    }

    /** After how many seconds it may be tried again, at least 1; the value of Retry-After. */
    public long retryAfterSeconds() {
        return seconds;
    }
}
