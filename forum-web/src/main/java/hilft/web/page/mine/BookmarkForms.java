package hilft.web.page.mine;

import hilft.forum.bookmark.Bookmarks;
import hilft.forum.member.Viewer;
import hilft.forum.question.PostId;
import hilft.web.page.LocalPath;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Keeping posts and letting them go. {@code on} says which. */
@Path("/")
@RequestScoped
public class BookmarkForms {
    @Inject
    Visitor visitor;

    @Inject
    Bookmarks bookmarks;

    @POST
    @Path("questions/{id}/bookmark")
    public Response question(
            @PathParam("id") long id, @FormParam("on") boolean on, @FormParam("returnTo") @Nullable String returnTo) {
        return mark(PostId.question(id), on, returnTo == null ? "/questions/" + id : returnTo);
    }

    @POST
    @Path("answers/{id}/bookmark")
    public Response answer(
            @PathParam("id") long id, @FormParam("on") boolean on, @FormParam("returnTo") @Nullable String returnTo) {
        return mark(PostId.answer(id), on, returnTo == null ? "/answers/" + id : returnTo);
    }

    private Response mark(PostId post, boolean on, String returnTo) {
        Viewer member = visitor.viewer();
        if (on && member.isMember()) bookmarks.keep(post, member);
        else bookmarks.letGo(post, member.id());
        return Response.seeOther(URI.create(LocalPath.of(returnTo))).build();
    }
}
