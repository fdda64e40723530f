package hilft.web.api.event;

import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.member.Viewer;
import hilft.rewards.event.CommunityEvents;
import hilft.rewards.event.EventPlan;
import hilft.rewards.event.EventProblem;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventRules;
import hilft.rewards.event.EventView;
import hilft.web.api.http.Body;
import hilft.web.api.http.BodyReader;
import hilft.web.api.http.Caller;
import hilft.web.api.http.IfMatch;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.api.problem.ApiProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

import static hilft.rewards.event.EventProblem.Reason.UNKNOWN;

/** Events: everybody reads the published ones, the invited theirs, marketing plans and changes all. */
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class EventsResource {

    @Inject
    Caller caller;

    @Inject
    EventQueries queries;

    @Inject
    CommunityEvents events;

    @Inject
    IdempotentRequests requests;

    /** Coming, past, or for marketing all of them. */
    @GET
    public Listing<EventJson> list(@QueryParam("when") @DefaultValue("coming") String when, @BeanParam Paging paging) {
        Viewer viewer = caller.viewer();
        return Listing.of(
                switch (when) {
                    case "coming", "past" ->
                        queries.list(viewer.memberId(), when.equals("past"), paging.after(), paging.limit());
                    case "all" -> {
                        caller.marketing();
                        yield queries.all(paging.after(), paging.limit());
                    }
                    default -> throw ApiProblem.parameter("when");
                },
                views -> representations(views, viewer));
    }

    private static List<EventJson> representations(List<EventView> views, Viewer viewer) {
        return views.stream()
                .map(view -> EventJson.of(view, viewer.isMarketing()))
                .toList();
    }

    @GET
    @Path("{id}")
    public EventJson get(@PathParam("id") long id) {
        Viewer viewer = caller.viewer();
        return EventJson.of(find(id, viewer), viewer.isMarketing());
    }

    private EventView find(long id, Viewer viewer) {
        return queries.find(id, viewer.memberId(), viewer.isMarketing()).orElseThrow(() -> new EventProblem(UNKNOWN));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response plan(@HeaderParam("Idempotency-Key") @Nullable String key, Body body) {
        Viewer planner = caller.marketing();
        EventPlan plan = new EventPlan(
                body.text("titleDe"),
                body.text("titleEn"),
                body.text("textDe"),
                body.text("textEn"),
                body.text("place"),
                body.text("streamUrl"),
                time(body.text("startsAt")),
                time(body.text("endsAt")),
                EventRules.zone(body.text("zone")).orElse(null),
                seats(body.number("seats")),
                time(body.text("rsvpDeadline")));
        long id = requests.once(planner.id(), key, "POST /events " + body.raw(), () -> events.plan(planner.id(), plan));
        return Response.created(URI.create("events/" + id)).entity(get(id)).build();
    }

    /** Changes what is named and leaves the rest; another zone keeps the time on the clock. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, BodyReader.MERGE_PATCH})
    public EventJson change(
            @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen, Body body) {
        Viewer editor = caller.marketing();
        EventView before = find(id, editor);
        IfMatch.check(seen, EventJson.of(before, true));
        EventPlan plan = new EventPlan(
                body.text("titleDe", before.titleDe()),
                body.text("titleEn", before.titleEn()),
                body.text("textDe", before.textDe()),
                body.text("textEn", before.textEn()),
                body.text("place", Objects.requireNonNullElse(before.place(), "")),
                body.text("streamUrl", Objects.requireNonNullElse(before.streamUrl(), "")),
                time(body.text("startsAt", local(before.startsAt(), before.zone()))),
                time(body.text("endsAt", local(before.endsAt(), before.zone()))),
                EventRules.zone(body.text("zone", before.zone().getId())).orElse(null),
                body.has("seats") ? seats(body.number("seats")) : before.seats(),
                time(body.text("rsvpDeadline", local(before.rsvpDeadline(), before.zone()))));
        events.change(editor.id(), id, before.version(), plan);
        return get(id);
    }

    private static @Nullable LocalDateTime time(String typed) {
        try {
            return LocalDateTime.parse(typed);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static String local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDateTime().toString();
    }

    /** What does not fit into an int is as wrong as no seat. */
    private static int seats(long number) {
        return number > Integer.MAX_VALUE || number < 0 ? 0 : (int) number;
    }
}
