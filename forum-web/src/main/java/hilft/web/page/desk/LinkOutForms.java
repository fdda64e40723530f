package hilft.web.page.desk;

import hilft.forum.channel.LinkOuts;
import hilft.forum.member.Viewer;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.LocalPath;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The buttons beside a link-out that did not reach its channel. */
@Path("link-outs/{id}")
@RequestScoped
public class LinkOutForms {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    LinkOuts linkOuts;

    @POST
    @Path("retry")
    public Response retry(@PathParam("id") long id, @FormParam("returnTo") @Nullable String returnTo) {
        linkOuts.retry(staff(), id);
        return back(returnTo, "desk.linkOut.retried");
    }

    @POST
    @Path("give-up")
    public Response giveUp(@PathParam("id") long id, @FormParam("returnTo") @Nullable String returnTo) {
        linkOuts.giveUp(staff(), id);
        return back(returnTo, "desk.linkOut.gaveUp");
    }

    private long staff() {
        Viewer viewer = visitor.viewer();
        long memberId = viewer.id();
        if (!viewer.isOfficial()) throw new ForbiddenException();
        return memberId;
    }

    private Response back(@Nullable String returnTo, String key) {
        Flash.say(request, Words.in(Language.of(request), key));
        return Response.seeOther(URI.create(LocalPath.of(returnTo))).build();
    }
}
