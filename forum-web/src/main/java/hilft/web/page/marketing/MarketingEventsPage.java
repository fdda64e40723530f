package hilft.web.page.marketing;

import hilft.forum.shared.Page;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventView;
import hilft.web.faces.Routes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All events of marketing: planned, published, called off. */
@Named
@RequestScoped
public class MarketingEventsPage {
    private static final int ROWS = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    EventQueries events;

    private @Nullable String after;
    private Page<EventView> page = new Page<>(List.of(), null);

    @PostConstruct
    void read() {
        after = Routes.parameter(request, "after");
        page = events.all(after, ROWS);
    }

    public List<EventView> getRows() {
        return page.items();
    }

    public String getFirstUrl() {
        return after == null ? "" : "/marketing/events";
    }

    public String getNextUrl() {
        return page.next() == null ? "" : "/marketing/events?after=" + page.next();
    }
}
