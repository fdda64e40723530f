package hilft.web.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists that look the same to everybody, kept for members too: as long as no list has changed, and at most a minute. */
@ApplicationScoped
public class SharedReads {

    /** Each holds a screen of rows: all together some megabytes. */
    private static final int MOST = 300;

    /** So long the reading of another is waited for. */
    private static final long MOST_MILLIS = 1_000;

    @Inject
    Changes changes;

    private final Cache<Object, Shelf> shelves =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** What {@code read} gives, or gave before under the same name; what happened in the last second may be missing. */
    public <T> T get(Object name, Supplier<T> read) {
        return shelf(name).get(changes, read, true);
    }

    /** As {@link #get}, with everything that has happened on this node. */
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
            long asked = System.nanoTime();
            Kept before = kept;
            if (before != null && before.isGood(changes, asked, mayBeOld)) {
                return (T) before.value();
            }
            if (mayBeOld && before != null && before.state().isTrue(changes, asked)) {
                if (!reading.tryLock()) {
                    return (T) before.value();
                }
            } else if (!isFreeSoon()) {
                // where one reading takes so long, a queue of them would hold all places of the server
                return read.get();
            }
            try {
                Kept meanwhile = kept;
                if (meanwhile != null && (meanwhile.isSince(asked) || meanwhile.isGood(changes, asked, mayBeOld))) {
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

        private boolean isFreeSoon() {
            try {
                return reading.tryLock(MOST_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private record Kept(State state, Object value) {

        boolean isGood(Changes changes, long now, boolean mayBeOld) {
            return mayBeOld ? state.isGood(changes, now) : state.isLatest(changes, now);
        }

        /** Whether the reading began after that: whatever had happened by then is in it. */
        boolean isSince(long asked) {
            return state.readAt() - asked >= 0;
        }
    }
}
