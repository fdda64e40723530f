package hilft.stack.clock;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShiftedClockTest {
    private static final Instant PAST = Instant.parse("2020-02-29T12:00:00Z");

    private final MovableClock movable = new MovableClock();

    @Test
    void timeKeepsFlowingFromTheInstantItWasSetTo() {
        movable.setTo(PAST);
        var first = movable.clock().instant();
        assertThat(first).isCloseTo(PAST, within(5, SECONDS)).isAfterOrEqualTo(PAST.truncatedTo(SECONDS));
    }

    @Test
    void aClockHandedOutEarlierMovesToo() {
        var clock = movable.clock();
        movable.setTo(PAST);
        movable.moveBy(Duration.ofDays(1));
        assertThat(clock.instant()).isCloseTo(PAST.plus(Duration.ofDays(1)), within(5, SECONDS));
    }

    @Test
    void itReturnsToThePresent() {
        movable.setTo(PAST);
        movable.reset();
        assertThat(movable.clock().instant()).isCloseTo(Instant.now(), within(5, SECONDS));
    }
}
