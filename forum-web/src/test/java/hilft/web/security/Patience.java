package hilft.web.security;

import java.time.Duration;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks until it sees what it waits for; a minute is what the forum promises. */
public final class Patience {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private Patience() {}

    public static <T> void awaitThat(Supplier<T> seen, T wanted) {
        long end = System.nanoTime() + MINUTE.toNanos();
        while (!seen.get().equals(wanted) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(seen.get()).isEqualTo(wanted);
    }
}
