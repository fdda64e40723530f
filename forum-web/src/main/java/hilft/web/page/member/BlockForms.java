package hilft.web.page.member;

import hilft.forum.block.Blocks;
import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.LocalPath;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Blocking a member and unblocking them. {@code on} says which. */
@Path("members/{handle}/block")
@RequestScoped
public class BlockForms {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    MemberQueries members;

    @Inject
    Blocks blocks;

    @POST
    public Response block(
            @PathParam("handle") String handle,
            @FormParam("on") boolean on,
            @FormParam("returnTo") @Nullable String returnTo) {
        long me = visitor.viewer().id();
        MemberView other =
                members.findByAnyHandle(handle).orElseThrow(() -> new MemberProblem(MemberProblem.Reason.UNKNOWN));
        if (on) blocks.block(other.id(), me);
        else blocks.unblock(other.id(), me);
        Flash.say(
                request,
                Words.in(Language.of(request), on ? "member.block.done" : "member.unblock.done", other.displayName()));
        URI profile = UriBuilder.fromPath("/members").segment(other.handle()).build();
        return Response.seeOther(returnTo == null ? profile : URI.create(LocalPath.of(returnTo)))
                .build();
    }
}
