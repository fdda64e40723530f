package hilft.web.api.mine;

import hilft.forum.block.Blocks;
import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberQueries;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import static hilft.forum.member.MemberProblem.Reason.UNKNOWN;

/** Whom the caller does not want to hear of; at most 200, so there is no next part. */
@Path("me/blocks")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class BlocksResource {

    @Inject
    Caller caller;

    @Inject
    MemberQueries members;

    @Inject
    Blocks blocks;

    /** A blocked member. */
    public record BlockJson(String handle, String displayName) {}

    @GET
    public Listing<BlockJson> list() {
        return Listing.all(blocks.list(caller.member().id()).stream()
                .map(author -> new BlockJson(author.handle(), author.displayName()))
                .toList());
    }

    @PUT
    @Path("{handle}")
    public void block(@PathParam("handle") String handle) {
        long me = caller.member().id();
        blocks.block(find(handle), me);
    }

    @DELETE
    @Path("{handle}")
    public void unblock(@PathParam("handle") String handle) {
        long me = caller.member().id();
        blocks.unblock(find(handle), me);
    }

    private long find(String handle) {
        return members.findByAnyHandle(handle)
                .orElseThrow(() -> new MemberProblem(UNKNOWN))
                .id();
    }
}
