package hilft.forum.shared;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is read once and kept for a while, or until it is forgotten. Safe for many threads. */
public final class Kept<T> {

    private record Read<T>(@Nullable T value, long untilNanos) {

        /** Each time another one, so that what began to be read before it was forgotten is told apart. */
        static <T> Read<T> nothing() {
            return new Read<>(null, System.nanoTime());
        }
    }

    private final Duration time;
    private final AtomicReference<Read<T>> kept = new AtomicReference<>(Read.nothing());

    public Kept(Duration time) {
        this.time = time;
    }

    /** What was read at most so long ago, else what {@code reading} gives; all who come while nothing is kept read it. */
    public T get(Supplier<T> reading) {
        Read<T> current = Objects.requireNonNull(kept.get());
        T known = current.value();
        if (known != null && System.nanoTime() - current.untilNanos() < 0) {
            return known;
        }
        T fresh = reading.get();
        // not if something was changed while it was read
        kept.compareAndSet(current, new Read<>(fresh, System.nanoTime() + time.toNanos()));
        return fresh;
    }

    /** What is asked for next is read anew. */
    public void forget() {
        kept.set(Read.nothing());
    }
}
