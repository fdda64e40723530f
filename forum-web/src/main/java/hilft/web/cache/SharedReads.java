package hilft.web.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists that look the same to everybody, kept for members too: as long as no list has changed, and at most a minute. */
@ApplicationScoped
public class SharedReads {

    /** Each holds a screen of rows: all together some megabytes. */
    private static final int MOST = 300;

    @Inject
    Changes changes;

    private final Cache<Object, Shelf> shelves =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** What {@code read} gives, or gave before under the same name; what happened in the last second may be missing. */
    public <T> T get(Object name, Supplier<T> read) {
        return shelf(name).get(changes, read, true);
    }

    /** As {@link #get}, with everything that has happened here. */
    public <T> T latest(Object name, Supplier<T> read) {
        return shelf(name).get(changes, read, false);
    }

    private Shelf shelf(Object name) {
        return shelves.get(name, none -> new Shelf());
    }

    private static final class Shelf {
        private final ReentrantLock reading = new ReentrantLock();
        private volatile @Nullable Kept kept;

        @SuppressWarnings("unchecked")
        <T> T get(Changes changes, Supplier<T> read, boolean mayBeOld) {
            Kept before = kept;
            if (before != null && before.isGood(changes, mayBeOld)) {
                return (T) before.value();
            }
            if (!mayBeOld || before == null || !before.state().isTrue(changes, System.nanoTime())) {
                reading.lock();
            } else if (!reading.tryLock()) {
                return (T) before.value();
            }
            try {
                Kept meanwhile = kept;
                if (meanwhile != null && meanwhile != before && meanwhile.isGood(changes, mayBeOld)) {
                    return (T) meanwhile.value();
                }
                State state = State.of(changes, Changes.SITE, Changes.LISTS);
                T value = read.get();
                kept = new Kept(state, value);
                return value;
            } finally {
                reading.unlock();
            }
        }
    }

    private record Kept(State state, Object value) {

        boolean isGood(Changes changes, boolean mayBeOld) {
            return state.isGood(changes, System.nanoTime()) && (mayBeOld || state.isLatest(changes));
        }
    }
}
