package hilft.forum.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeptTest {

    private final AtomicInteger times = new AtomicInteger();

    @Test
    void whatIsKeptIsReadOnceUntilItIsForgotten() {
        Kept<Integer> kept = new Kept<>(Duration.ofMinutes(1));
        assertThat(kept.get(times::incrementAndGet)).isEqualTo(1);
        assertThat(kept.get(times::incrementAndGet)).isEqualTo(1);
        kept.forget();
        assertThat(kept.get(times::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whatIsForgottenWhileItIsReadIsNotKept() {
        Kept<Integer> kept = new Kept<>(Duration.ofMinutes(1));
        int stale = kept.get(() -> {
            kept.forget();
            return times.incrementAndGet();
        });
        assertThat(stale).isEqualTo(1);
        assertThat(kept.get(times::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void afterItsTimeItIsReadAnew() {
        Kept<Integer> kept = new Kept<>(Duration.ZERO);
        assertThat(kept.get(times::incrementAndGet)).isEqualTo(1);
        assertThat(kept.get(times::incrementAndGet)).isEqualTo(2);
    }
}
