package hilft.web.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.LongSupplier;

/**
 * The points that the header of every page tells a member: points come from what happens in threads, and as long as nothing
 * has happened, and at most for a minute, they are not read again.
 */
@ApplicationScoped
public class OwnPoints {
    private static final int MEMBERS = 2_000;

    private record Kept(State state, long points) {}

    private final Cache<Long, Kept> kept =
            Caffeine.newBuilder().maximumSize(MEMBERS).build();

    @Inject
    Changes changes;

    /** What {@code read} gives for this member, or gave before. */
    public long of(long memberId, LongSupplier read) {
        Kept known = kept.getIfPresent(memberId);
        if (known != null && known.state().isLatest(changes, System.nanoTime())) {
            return known.points();
        }
        State state = State.of(changes, Changes.SITE, Changes.LISTS);
        long points = read.getAsLong();
        kept.put(memberId, new Kept(state, points));
        return points;
    }
}
