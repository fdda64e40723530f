package hilft.web.api.event;

import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.shared.FieldError;
import hilft.rewards.event.EventProblem;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.InvitationView;
import hilft.rewards.event.Invitations;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.api.member.AuthorJson;
import hilft.web.api.member.Authors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static hilft.rewards.event.EventProblem.Reason.INVALID;
import static hilft.rewards.event.EventProblem.Reason.UNKNOWN;

/** The invitations to an event, for marketing; sending one again does nothing. */
@Path("events/{id}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class InvitationsResource {

    @Inject
    Caller caller;

    @Inject
    EventQueries queries;

    @Inject
    Invitations invitations;

    @Inject
    MemberQueries members;

    @Inject
    Authors authors;

    @GET
    public Listing<InvitationJson> list(@PathParam("id") long eventId) {
        long memberId = caller.marketing().id();
        if (queries.find(eventId, memberId, true).isEmpty()) throw new EventProblem(UNKNOWN);
        List<InvitationView> views = queries.invitations(eventId);
        Map<Long, AuthorJson> guests = authors.of(views.stream().map(InvitationView::guest));
        return Listing.all(views.stream()
                .map(view -> InvitationJson.of(
                        view, Objects.requireNonNull(guests.get(view.guest().id()))))
                .toList());
    }

    /** Invites the members whose handles are named; one unknown handle refuses all. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite(@PathParam("id") long eventId, Body body) {
        long memberId = caller.marketing().id();
        List<Long> guests =
                body.texts("members", List.of()).stream().map(this::id).toList();
        int sent = invitations.invite(memberId, eventId, guests);
        return Response.created(URI.create("events/" + eventId + "/invitations"))
                .entity(new SentJson(sent))
                .build();
    }

    private long id(String handle) {
        return members.findByHandle(handle)
                .map(MemberView::id)
                .orElseThrow(() -> new EventProblem(INVALID, FieldError.of("members", "event.handle_unknown")));
    }
}
