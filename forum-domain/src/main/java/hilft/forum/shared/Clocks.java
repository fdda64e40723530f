package hilft.forum.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static java.time.temporal.ChronoUnit.MICROS;

/** The one clock of the forum, in steps of a microsecond as the database stores them, and the zone of its days. */
@ApplicationScoped
public class Clocks {

    @Inject
    @ConfigProperty(name = "hilft.zone", defaultValue = "Europe/Berlin")
    ZoneId zone;

    /** The zone in which a calendar day is one. */
    @Produces
    ZoneId zone() {
        return zone;
    }

    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, MICROS));
    }
}
