package hilft.web.api.member;

import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.rewards.reputation.LedgerQueries;
import hilft.rewards.reputation.Standings;
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

import static hilft.forum.member.MemberProblem.Reason.UNKNOWN;

/** Members and where their points come from. */
@Path("members/{handle}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MembersResource {

    @Inject
    MemberQueries members;

    @Inject
    Standings standings;

    @Inject
    LedgerQueries ledger;

    @GET
    public MemberJson get(@PathParam("handle") String handle) {
        MemberView member = find(handle);
        return MemberJson.of(member, standings.of(member.id()));
    }

    @GET
    @Path("reputation")
    public Listing<CreditJson> reputation(@PathParam("handle") String handle, @BeanParam Paging paging) {
        MemberView member = find(handle);
        return Listing.of(
                ledger.page(member.id(), paging.after(), paging.limit()),
                lines -> lines.stream().map(CreditJson::of).toList());
    }

    private MemberView find(String handle) {
        return members.findByHandle(handle)
                .filter(member -> !member.deleted())
                .orElseThrow(() -> new MemberProblem(UNKNOWN));
    }
}
