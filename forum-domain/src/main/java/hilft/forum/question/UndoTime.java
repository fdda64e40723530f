package hilft.forum.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long others are told nothing of what was just written, so that its author can take it back. */
@ApplicationScoped
public class UndoTime {

    private static final int MOST = 60;

    @Inject
    @ConfigProperty(name = "hilft.undo-seconds", defaultValue = "10")
    int seconds;

    @Inject
    Clock clock;

    /** Whether what was published then is offered to be taken back. */
    public boolean isOpen(Instant published) {
        return clock.instant().isBefore(published.plus(offered()));
    }

    /** Between nothing and a minute. */
    public Duration time() {
        return Duration.ofSeconds(Math.max(0, Math.min(MOST, seconds)));
    }

    /** How long its author is offered to take it back: as long as others wait, or a minute where nobody does. */
    public Duration offered() {
        return time().isZero() ? Duration.ofSeconds(MOST) : time();
    }
}
