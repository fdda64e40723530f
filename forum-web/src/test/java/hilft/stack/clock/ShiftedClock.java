package hilft.stack.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The system's UTC clock, ahead or behind by what the supplier says at each reading. */
final class ShiftedClock extends Clock {
    private final Supplier<Duration> ahead;
    private final Clock system;

    ShiftedClock(Supplier<Duration> ahead) {
        this(ahead, ZoneOffset.UTC);
    }

    private ShiftedClock(Supplier<Duration> ahead, ZoneId zone) {
        this.ahead = ahead;
        this.system = Clock.system(zone);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(ahead, zone);
    }
}
