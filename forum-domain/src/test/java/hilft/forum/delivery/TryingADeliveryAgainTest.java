package hilft.forum.delivery;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TryingADeliveryAgainTest {
    @Test
    void pausesDoubleUpToAnHour() {
        assertThat(RetryRules.pause(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(RetryRules.pause(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(RetryRules.pause(11)).isEqualTo(Duration.ofSeconds(2048));
        assertThat(RetryRules.pause(12)).isEqualTo(Duration.ofHours(1));
        assertThat(RetryRules.pause(59)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aServerThatIsAwayForAWeekendMissesNothing() {
        Duration patience = Duration.ZERO;
        for (int failures = 1; RetryRules.mayRetry(failures); failures++) {
            patience = patience.plus(RetryRules.pause(failures));
        }
        assertThat(patience).isGreaterThan(Duration.ofHours(48));
    }
}
