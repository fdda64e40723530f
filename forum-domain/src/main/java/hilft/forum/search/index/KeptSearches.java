package hilft.forum.search.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        Part part = new Part(wanted, offset, limit);
        Found known = found.getIfPresent(part);
        if (known == null) {
            known = search.get();
            if (!known.exact() && known.total() >= Popular.COMMON) {
                found.put(part, known);
            }
        }
        return known;
    }

    Counts count(Wanted wanted, List<Instant> times, Supplier<Counts> count) {
        Kinds kinds = new Kinds(wanted, times);
        Counts known = counted.getIfPresent(kinds);
        if (known == null) {
            known = count.get();
            if (!known.exact()) {
                counted.put(kinds, known);
            }
        }
        return known;
    }
}
