package hilft.web.api.comment;

import hilft.forum.comment.Comments;
import hilft.forum.member.Viewer;
import hilft.web.api.http.Body;
import hilft.web.api.http.BodyReader;
import hilft.web.api.http.Caller;
import hilft.web.api.http.IfMatch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** One comment. */
@Path("comments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CommentResource {

    @Inject
    Caller caller;

    @Inject
    Comments comments;

    @Inject
    CommentRepresentations representations;

    @GET
    public CommentJson get(@PathParam("id") long id) {
        return representations.comment(id, caller.viewer());
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, BodyReader.MERGE_PATCH})
    public CommentJson edit(
            @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen, Body body) {
        Viewer editor = caller.member();
        CommentJson before = representations.comment(id, editor);
        IfMatch.check(seen, before);
        comments.edit(id, body.text("body", before.body()), before.version(), editor);
        return representations.comment(id, editor);
    }

    @DELETE
    public void takeBack(@PathParam("id") long id) {
        comments.withdraw(id, caller.member());
    }
}
