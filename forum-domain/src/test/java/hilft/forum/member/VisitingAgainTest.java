package hilft.forum.member;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VisitingAgainTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    @Test
    void atTheFirstVisitNothingIsCalledNew() {
        assertThat(VisitRules.since(null, null, NOW)).isNull();
        assertThat(VisitRules.isWrittenDown(null, NOW)).isFalse();
    }

    @Test
    void whoComesBackSeesWhatIsNewSinceTheyWereHere() {
        assertThat(VisitRules.since(YESTERDAY, YESTERDAY.minus(Duration.ofDays(3)), NOW))
                .isEqualTo(YESTERDAY);
    }

    @Test
    void whileTheyStayItGoesOnBeingNew() {
        Instant justNow = NOW.minus(Duration.ofMinutes(29));
        assertThat(VisitRules.since(justNow, YESTERDAY, NOW)).isEqualTo(YESTERDAY);
        assertThat(VisitRules.since(justNow, null, NOW)).isNull();
    }

    @Test
    void aVisitIsWrittenDownOnceInFiveMinutes() {
        assertThat(VisitRules.isWrittenDown(NOW.minus(Duration.ofMinutes(4)), NOW))
                .isTrue();
        assertThat(VisitRules.isWrittenDown(NOW.minus(Duration.ofMinutes(6)), NOW))
                .isFalse();
    }
}
