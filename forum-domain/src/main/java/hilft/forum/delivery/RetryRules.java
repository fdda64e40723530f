package hilft.forum.delivery;

import java.time.Duration;

/** When a failed job is tried again: after 2 s, 4 s, 8 s … at most an hour, for about two days. */
final class RetryRules {
    static final int MAX_ATTEMPTS = 60;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryRules() {}

    static boolean mayRetry(int failures) {
        return failures < MAX_ATTEMPTS;
    }

    /** The pause after the given number of failures, which is at least one. */
    static Duration pause(int failures) {
        int doublings = Math.min(failures - 1, 20);
        Duration pause = FIRST.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
