package hilft.web.page.desk;

import hilft.forum.channel.LinkOutQueries;
import hilft.forum.channel.LinkOutState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rail of the desk, with how many wait for somebody to decide. */
@Named
@RequestScoped
public class DeskRail {
    @Inject
    LinkOutQueries queries;

    private @Nullable Map<LinkOutState, Long> counts;

    Map<LinkOutState, Long> counts() {
        if (counts == null) counts = queries.counts();
        return counts;
    }

    public long getFailed() {
        return counts().getOrDefault(LinkOutState.FAILED, 0L);
    }
}
