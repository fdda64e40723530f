package hilft.web.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hilft.web.heap.HeapShare;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may read of a thread, kept for members too: as long as nothing in it has changed, and at most a minute.
 */
@ApplicationScoped
public class SharedThreads {

    private static final int OVERHEAD = 2_000;

    private record Key(long questionId, String order, String after) {}

    private record Kept(State state, Object value, int weight) {}

    private final Cache<Key, Kept> threads = Caffeine.newBuilder()
            .maximumWeight(HeapShare.THREADS.bytes())
            .weigher((Key key, Kept kept) -> kept.weight())
            .build();

    @Inject
    Changes changes;

    /** What {@code read} gives for this page of the thread, or gave before; {@code length} tells how many characters it holds. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(
            long questionId,
            String order,
            @Nullable String after,
            Supplier<Optional<T>> read,
            ToIntFunction<T> length) {
        Key key = new Key(questionId, order, after == null ? "" : after);
        Kept known = threads.getIfPresent(key);
        if (known != null && known.state().isGood(changes, System.nanoTime())) {
            return Optional.of((T) known.value());
        }
        State state = State.of(changes, Changes.SITE, Changes.thread(questionId));
        Optional<T> value = read.get();
        value.ifPresentOrElse(
                found -> threads.put(key, new Kept(state, found, OVERHEAD + length.applyAsInt(found))),
                () -> threads.invalidate(key));
        return value;
    }
}
