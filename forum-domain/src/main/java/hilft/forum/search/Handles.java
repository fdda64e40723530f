package hilft.forum.search;

import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which member a handle names, kept for a minute, so that paging through a member's threads asks once. */
@ApplicationScoped
class Handles {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    private static final int LONGEST = 30;

    @Inject
    MemberQueries members;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Optional<Long> member, long untilNanos) {}

    public Optional<Long> find(String handle) {
        String key = handle.toLowerCase(Locale.ROOT);
        if (key.length() > LONGEST) {
            return Optional.empty();
        }
        Kept known = kept.get(key);
        if (known == null || System.nanoTime() - known.untilNanos() >= 0) {
            known = new Kept(members.findByAnyHandle(key).map(MemberView::id), System.nanoTime() + KEPT.toNanos());
            if (kept.size() >= MOST) {
                kept.clear();
            }
            kept.put(key, known);
        }
        return known.member();
    }
}
