package hilft.web.security;

import hilft.web.security.RateLimits.Limit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RateLimitsTest {

    @Test
    void askingTooOftenHasToWait() {
        RateLimits limits = limits(1);
        times(10, limits, "member 1");

        TooManyRequests refused = catchThrowableOfType(TooManyRequests.class, () -> limits.take(Limit.ASK, "member 1"));

        assertThat(refused.retryAfterSeconds()).isBetween(1L, 3600L);
    }

    @Test
    void membersDoNotSlowEachOtherDown() {
        RateLimits limits = limits(1);
        times(10, limits, "member 1");

        assertThatCode(() -> limits.take(Limit.ASK, "member 2")).doesNotThrowAnyException();
        assertThatCode(() -> limits.take(Limit.WRITE, "member 1")).doesNotThrowAnyException();
    }

    @Test
    void theFactorWidensEveryLimit() {
        assertThatCode(() -> times(1000, limits(100), "member 1")).doesNotThrowAnyException();
    }

    private static void times(int times, RateLimits limits, String who) {
        for (int i = 0; i < times; i++) {
            limits.take(Limit.ASK, who);
        }
    }

    private static RateLimits limits(int factor) {
        RateLimits limits = new RateLimits();
        limits.factor = factor;
        return limits;
    }
}
