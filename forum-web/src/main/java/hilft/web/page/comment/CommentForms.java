package hilft.web.page.comment;

import hilft.forum.comment.CommentProblem;
import hilft.forum.comment.CommentQueries;
import hilft.forum.comment.CommentView;
import hilft.forum.comment.Comments;
import hilft.forum.member.Viewer;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The buttons of a comment. */
@Path("comments/{id}")
@RequestScoped
public class CommentForms {

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Comments comments;

    @Inject
    CommentQueries queries;

    @POST
    @Path("withdraw")
    public Response withdraw(@PathParam("id") long id) {
        Viewer author = visitor.viewer();
        if (!author.isMember()) author.id();
        CommentView comment =
                queries.find(id, author).orElseThrow(() -> new CommentProblem(CommentProblem.Reason.UNKNOWN));
        comments.withdraw(id, author);
        Flash.say(request, Words.in(Language.of(request), "comment.withdraw.done"), "edit-comment-" + comment.id());
        return Response.seeOther(URI.create("/" + comment.post().type().label() + "s/"
                        + comment.post().id()))
                .build();
    }
}
