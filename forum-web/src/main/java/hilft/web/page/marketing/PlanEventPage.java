package hilft.web.page.marketing;

import hilft.forum.idempotency.IdempotentRequests;
import hilft.rewards.event.CommunityEvents;
import hilft.rewards.event.EventPlan;
import hilft.rewards.event.EventProblem;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventView;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Once;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Planning an event, and changing it against the version that was opened. */
@Named
@RequestScoped
public class PlanEventPage {
    /** Near zones first, so that most choose without searching. */
    private static final List<String> NEAR =
            List.of("Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/London", "UTC");

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    EventQueries events;

    @Inject
    CommunityEvents communityEvents;

    @Inject
    IdempotentRequests requests;

    @Inject
    Typed form;

    @Inject
    Words words;

    @Inject
    @ConfigProperty(name = "hilft.zone", defaultValue = "Europe/Berlin")
    ZoneId zone;

    private final TypedEvent typed = new TypedEvent();
    private @Nullable EventView current;
    private long version;
    private String once = Once.key();

    @PostConstruct
    void read() {
        typed.setZone(zone.getId());
        if (Routes.parameter(request, "id") != null) {
            EventView event = find();
            current = event;
            version = event.version();
            typed.fill(event);
        }
        String chosen = request.getParameter("zone");
        if (chosen != null) typed.setZone(chosen);
    }

    private EventView find() {
        return events.find(
                        Ids.of(Routes.parameter(request, "id")),
                        visitor.viewer().memberId(),
                        true)
                .orElseThrow(() -> new EventProblem(EventProblem.Reason.UNKNOWN));
    }

    /** The event as it stands in the database, or nothing while it is planned for the first time. */
    public @Nullable EventView getCurrent() {
        return current;
    }

    public TypedEvent getTyped() {
        return typed;
    }

    /** The zones, the one that is chosen before the others. */
    public List<String> getZones() {
        return Stream.concat(
                        Stream.concat(Stream.of(typed.getZone()), NEAR.stream()),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                                .sorted())
                .distinct()
                .toList();
    }

    public String getBack() {
        return current == null ? "/marketing/events" : "/marketing/events/" + current.id();
    }

    public String getDraft() {
        return current == null ? "plan-event" : "plan-event-" + current.id();
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getOnce() {
        return once;
    }

    public void setOnce(String once) {
        this.once = once;
    }

    public void plan() {
        form.send(() -> {
            long memberId = visitor.viewer().id();
            EventPlan plan = typed.plan();
            long id = requests.once(memberId, once, plan.toString(), () -> communityEvents.plan(memberId, plan));
            Flash.say(request, words.of("marketing.event.planned"), getDraft());
            return "/marketing/events/" + id;
        });
        if (form.isRefused()) once = Once.key();
    }

    public void change() {
        long id = Ids.of(Routes.parameter(request, "id"));
        form.send(() -> {
            communityEvents.change(visitor.viewer().id(), id, version, typed.plan());
            Flash.say(request, words.of("marketing.event.changed"), getDraft());
            return "/marketing/events/" + id;
        });
        if (form.isStale()) {
            current = find();
            version = current.version();
        }
    }
}
