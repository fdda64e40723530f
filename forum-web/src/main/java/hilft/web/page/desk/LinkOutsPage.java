package hilft.web.page.desk;

import hilft.forum.channel.LinkOutProblem;
import hilft.forum.channel.LinkOutQueries;
import hilft.forum.channel.LinkOutState;
import hilft.forum.channel.LinkOutStep;
import hilft.forum.channel.LinkOutView;
import hilft.forum.shared.Page;
import hilft.web.faces.Routes;
import hilft.web.page.Ids;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The link-outs: filtered by state and paged by the address, one of them open beside the list. */
@Named
@RequestScoped
public class LinkOutsPage {
    private static final int ROWS = 25;
    private static final String LIST = "/desk/link-outs";

    @Inject
    HttpServletRequest request;

    @Inject
    LinkOutQueries queries;

    @Inject
    DeskRail rail;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    private Optional<LinkOutState> state = Optional.empty();
    private @Nullable String after;
    private Page<LinkOutView> page = new Page<>(List.of(), null);
    private @Nullable LinkOutView open;
    private List<LinkOutStep> steps = List.of();

    @PostConstruct
    void read() {
        String wanted = Routes.parameter(request, "state");
        state = Stream.of(LinkOutState.values())
                .filter(one -> one.label().equals(wanted))
                .findFirst();
        after = Routes.parameter(request, "after");
        page = queries.list(state.orElse(null), after, ROWS);
        String id = Routes.parameter(request, "id");
        if (id != null) {
            open = queries.find(Ids.of(id)).orElseThrow(() -> new LinkOutProblem(LinkOutProblem.Reason.UNKNOWN));
            steps = queries.steps(open.id());
        }
    }

    public List<LinkOutView> getRows() {
        return page.items();
    }

    /** The link-out whose details are shown, or nothing. */
    public @Nullable LinkOutView getOpen() {
        return open;
    }

    /** The text of the open one in pieces, so that its link can be followed. */
    public List<Piece> getPieces() {
        if (open == null) return List.of();
        return Piece.of(open.text(), baseUrl + "/answers/" + open.answerId());
    }

    public List<LinkOutStep> getSteps() {
        return steps;
    }

    /** Whether something on the page will change by itself soon. */
    public boolean isMoving() {
        return Stream.concat(page.items().stream(), Stream.ofNullable(open))
                .anyMatch(one -> one.state() == LinkOutState.QUEUED || one.state() == LinkOutState.SENDING);
    }

    public boolean isFiltered() {
        return state.isPresent();
    }

    public String getState() {
        return state.map(LinkOutState::label).orElse("all");
    }

    public List<Tab> getTabs() {
        long all = rail.counts().values().stream().mapToLong(Long::longValue).sum();
        return Stream.concat(
                        Stream.of(new Tab("all", LIST, all)),
                        Stream.of(LinkOutState.values())
                                .map(one -> new Tab(one.label(), LIST + "?state=" + one.label(), count(one))))
                .toList();
    }

    private long count(LinkOutState one) {
        return rail.counts().getOrDefault(one, 0L);
    }

    /** The address of the same list with this link-out open. */
    public String url(LinkOutView one) {
        return url(UriBuilder.fromPath(LIST).path(Long.toString(one.id())), after);
    }

    /** The address of the list alone. */
    public String getListUrl() {
        return url(UriBuilder.fromPath(LIST), after);
    }

    public String getFirstUrl() {
        return after == null ? "" : url(UriBuilder.fromPath(LIST), null);
    }

    public String getNextUrl() {
        return page.next() == null ? "" : url(UriBuilder.fromPath(LIST), page.next());
    }

    private String url(UriBuilder url, @Nullable String wantedAfter) {
        state.ifPresent(one -> url.queryParam("state", one.label()));
        if (wantedAfter != null) url.queryParam("after", wantedAfter);
        return url.build().toString();
    }

    /** One state of the list with its address and how many are in it. */
    public record Tab(String name, String url, long count) {}
}
