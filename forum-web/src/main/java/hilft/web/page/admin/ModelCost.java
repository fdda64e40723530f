package hilft.web.page.admin;

import hilft.forum.search.index.Vectors;
import hilft.forum.text.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Measures now and then what a question costs the language model: its gloss and its vector, of a text not seen before. */
@ApplicationScoped
public class ModelCost {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int TEXTS = 5;
    private static final double MILLISECOND = 1_000_000;

    @Inject
    Vectors vectors;

    private @Nullable Double milliseconds;
    private long untilNanos;

    /** The milliseconds of one text, the quickest of five; nothing when there is no model, or it does not answer. */
    synchronized OptionalDouble milliseconds() {
        if (untilNanos == 0 || System.nanoTime() - untilNanos >= 0) {
            milliseconds = measured();
            untilNanos = System.nanoTime() + KEPT.toNanos();
        }
        return milliseconds == null ? OptionalDouble.empty() : OptionalDouble.of(milliseconds);
    }

    private @Nullable Double measured() {
        double quickest = Double.MAX_VALUE;
        for (int i = 0; i < TEXTS; i++) {
            long begun = System.nanoTime();
            String text = "Warum bricht mein WLAN jeden Abend ab, Probe " + begun;
            if (vectors.of(text, Languages.GERMAN) == null) return null;
            quickest = Math.min(quickest, (System.nanoTime() - begun) / MILLISECOND);
        }
        return quickest;
    }
}
