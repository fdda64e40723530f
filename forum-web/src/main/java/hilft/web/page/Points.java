package hilft.web.page;

import hilft.forum.member.MemberView;
import hilft.rewards.reputation.Standings;
import hilft.web.cache.OwnPoints;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The points beside the names of a page, read once for all of them and for the visitor's own in the header. */
@RequestScoped
public class Points {
    @Inject
    Standings standings;

    @Inject
    Visitor visitor;

    @Inject
    OwnPoints kept;

    private final Map<Long, Long> known = new HashMap<>();

    /** Every id has its points. */
    public Map<Long, Long> of(Collection<Long> memberIds) {
        Set<Long> asked = new HashSet<>(memberIds);
        asked.removeAll(known.keySet());
        if (!asked.isEmpty()) {
            visitor.member()
                    .map(MemberView::id)
                    .filter(id -> !known.containsKey(id))
                    .ifPresent(asked::add);
            standings.of(asked).values().forEach(standing -> known.put(standing.memberId(), standing.points()));
        }
        return known;
    }

    /** The visitor's own for the header, which may have come with those of others. */
    long own(long memberId) {
        Long points = known.get(memberId);
        return points == null ? kept.of(memberId, () -> standings.of(memberId).points()) : points;
    }

    /** As {@link #of}, of these alone, for what others will see too. */
    public Map<Long, Long> only(Collection<Long> memberIds) {
        Map<Long, Long> all = of(memberIds);
        return memberIds.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), id -> all.getOrDefault(id, 0L)));
    }
}
