package hilft.forum.search.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What was found and counted for words that very many threads have: it takes the longest, is asked for the most often, and
 * hardly changes within the minute that it is kept. Whether a thread may be shown is asked of the database each time.
 */
final class KeptSearches {
    private static final int MOST = 400;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Part(Wanted wanted, int offset, int limit) {}

    private record Kinds(Wanted wanted, List<Instant> times) {}

    private final Cache<Part, Found> found = newCache();
    private final Cache<Kinds, Counts> counted = newCache();

    private static <K, V> Cache<K, V> newCache() {
        return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    }

    Found find(Wanted wanted, int offset, int limit, Supplier<Found> search) {
        return get(
                found,
                new Part(wanted, offset, limit),
                search,
                known -> !known.exact() && known.total() >= Popular.COMMON);
    }

    Counts count(Wanted wanted, List<Instant> times, Supplier<Counts> count) {
        return get(counted, new Kinds(wanted, times), count, known -> !known.exact());
    }

    private static <K, V> V get(Cache<K, V> kept, K key, Supplier<V> reading, Predicate<V> isCostly) {
        V known = kept.getIfPresent(key);
        if (known == null) {
            known = reading.get();
            if (isCostly.test(known)) {
                kept.put(key, known);
            }
        }
        return known;
    }
}
