package hilft.web.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists that look the same to everybody, kept for members too: as long as no list has changed, and at most a minute. */
@ApplicationScoped
public class SharedReads {

    @Inject
    Changes changes;

    private final ConcurrentMap<String, Shelf> shelves = new ConcurrentHashMap<>();

    /** What {@code read} gives, or gave before under the same name; names are few and fixed. */
    @SuppressWarnings("unchecked")
    public <T> T get(String name, Supplier<T> read) {
        return (T) shelves.computeIfAbsent(name, none -> new Shelf()).get(changes, read);
    }

    private static final class Shelf {
        private final ReentrantLock reading = new ReentrantLock();
        private volatile @Nullable Kept kept;

        Object get(Changes changes, Supplier<?> read) {
            Kept before = kept;
            if (before != null && before.state().isGood(changes, System.nanoTime())) {
                return before.value();
            }
            if (before == null || !before.state().isTrue(changes, System.nanoTime())) {
                reading.lock();
            } else if (!reading.tryLock()) {
                return before.value();
            }
            try {
                Kept meanwhile = kept;
                if (meanwhile != null
                        && meanwhile != before
                        && meanwhile.state().isGood(changes, System.nanoTime())) {
                    return meanwhile.value();
                }
                State state = State.of(changes, Changes.SITE, Changes.LISTS);
                Object value = read.get();
                kept = new Kept(state, value);
                return value;
            } finally {
                reading.unlock();
            }
        }
    }

    private record Kept(State state, Object value) {}
}
