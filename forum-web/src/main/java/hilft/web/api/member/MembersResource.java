package hilft.web.api.member;

import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Viewer;
import hilft.rewards.reputation.LedgerQueries;
import hilft.rewards.reputation.Standings;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

import static hilft.forum.member.MemberProblem.Reason.ACTIVITY_PRIVATE;
import static hilft.forum.member.MemberProblem.Reason.UNKNOWN;

/** Members and where their points come from. */
@Path("members/{handle}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MembersResource {

    @Inject
    Caller caller;

    @Inject
    MemberQueries members;

    @Inject
    Standings standings;

    @Inject
    LedgerQueries ledger;

    /** An earlier handle leads to the present one. */
    @GET
    public Response get(@PathParam("handle") String handle) {
        MemberView member = find(handle);
        return moved(member, handle, "")
                .orElseGet(() -> Response.ok(MemberJson.of(member, standings.of(member.id())))
                        .build());
    }

    /** Where the points come from, unless the member shows it to nobody. */
    @GET
    @Path("reputation")
    public Response reputation(@PathParam("handle") String handle, @BeanParam Paging paging) {
        MemberView member = find(handle);
        Viewer viewer = caller.viewer();
        if (!member.profile().activityShown() && !viewer.is(member.id()) && !viewer.isModerator()) {
            throw new MemberProblem(ACTIVITY_PRIVATE);
        }
        return moved(member, handle, "/reputation")
                .orElseGet(() -> Response.ok(Listing.of(
                                ledger.page(member.id(), paging.after(), paging.limit()),
                                lines -> lines.stream().map(CreditJson::of).toList()))
                        .build());
    }

    private Optional<Response> moved(MemberView member, String handle, String below) {
        return member.handle().equalsIgnoreCase(handle)
                ? Optional.empty()
                : Optional.of(Response.status(Response.Status.MOVED_PERMANENTLY)
                        .location(URI.create("members/" + member.handle() + below))
                        .build());
    }

    private MemberView find(String handle) {
        return members.findByAnyHandle(handle)
                .filter(member -> !member.deleted())
                .orElseThrow(() -> new MemberProblem(UNKNOWN));
    }
}
