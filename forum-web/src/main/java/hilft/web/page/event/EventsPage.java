package hilft.web.page.event;

import hilft.forum.shared.Page;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventView;
import hilft.web.faces.Routes;
import hilft.web.found.Head;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The events to come, one's own invitations before all others; past ones behind a link. */
@Named
@RequestScoped
public class EventsPage {
    private static final int ROWS = 30;
    private static final String PAST = "past";

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    EventQueries events;

    private boolean past;
    private @Nullable String after;
    private List<EventView> open = List.of();
    private Page<EventView> page = new Page<>(List.of(), null);

    @PostConstruct
    void read() {
        past = PAST.equals(Routes.parameter(request, "when"));
        after = Routes.parameter(request, "after");
        Long viewerId = visitor.viewer().memberId();
        page = events.list(viewerId, past, after, ROWS);
        if (viewerId != null && !past && after == null) open = events.open(viewerId);
    }

    /** Those that wait for the reader's answer. */
    public List<EventView> getOpen() {
        return open;
    }

    public List<EventView> getRows() {
        Set<Long> above = open.stream().map(EventView::id).collect(Collectors.toSet());
        return page.items().stream()
                .filter(event -> !above.contains(event.id()))
                .toList();
    }

    public boolean isPast() {
        return past;
    }

    public String getCanonicalPath() {
        return url(Head.cursor(after));
    }

    /** Search engines keep the beginning of a list that has something in it. */
    public boolean isIndexable() {
        return after == null && !page.isEmpty();
    }

    public String getFirstUrl() {
        return after == null ? "" : url(null);
    }

    public String getNextUrl() {
        return page.next() == null ? "" : url(page.next());
    }

    private String url(@Nullable String wantedAfter) {
        UriBuilder url = UriBuilder.fromPath("/events");
        if (past) url.queryParam("when", PAST);
        if (wantedAfter != null) url.queryParam("after", wantedAfter);
        return url.build().toString();
    }
}
