package hilft.web.page;

import hilft.rewards.reputation.Standing;
import hilft.rewards.reputation.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The points beside the names of a page, read once for all of them. */
@ApplicationScoped
public class Points {
    @Inject
    Standings standings;

    /** Every id has its points. */
    public Map<Long, Long> of(Collection<Long> memberIds) {
        return standings.of(memberIds).values().stream()
                .collect(Collectors.toMap(Standing::memberId, Standing::points));
    }
}
