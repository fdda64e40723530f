package hilft.web.api.comment;

import hilft.forum.comment.CommentQueries;
import hilft.forum.comment.Comments;
import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.member.Viewer;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.security.RateLimits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

import static hilft.forum.question.QuestionProblem.Reason.UNKNOWN;
import static hilft.forum.question.QuestionProblem.Reason.UNKNOWN_ANSWER;

/** The comments of a post, in the order in which they were written. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class CommentsResource {

    @Inject
    Caller caller;

    @Inject
    QuestionQueries questions;

    @Inject
    Comments comments;

    @Inject
    CommentQueries queries;

    @Inject
    IdempotentRequests requests;

    @Inject
    RateLimits rateLimits;

    @Inject
    CommentRepresentations representations;

    Listing<CommentJson> list(PostId post, long questionId, Paging paging) {
        return Listing.of(
                queries.page(post, questionId, caller.viewer(), paging.after(), paging.limit()),
                representations::comments);
    }

    Response comment(PostId post, @Nullable String key, Body body) {
        Viewer author = caller.member();
        rateLimits.take(RateLimits.Limit.COMMENT);
        String text = body.text("body");
        String request = "POST /" + post.type().label() + "s/" + post.id() + "/comments " + body.raw();
        long id = requests.once(author.id(), key, request, () -> comments.comment(post, text, author));
        return Response.created(URI.create("comments/" + id))
                .entity(representations.comment(id, author))
                .build();
    }

    /** Under a question. */
    @Path("questions/{id}/comments")
    @RequestScoped
    public static class OfQuestion extends CommentsResource {
        @GET
        public Listing<CommentJson> list(@PathParam("id") long id, @BeanParam Paging paging) {
            if (questions.find(id, caller.viewer()).isEmpty()) {
                throw new QuestionProblem(UNKNOWN);
            }
            return list(PostId.question(id), id, paging);
        }

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        public Response comment(
                @PathParam("id") long id, @HeaderParam("Idempotency-Key") @Nullable String key, Body body) {
            return comment(PostId.question(id), key, body);
        }
    }

    /** Under an answer. */
    @Path("answers/{id}/comments")
    @RequestScoped
    public static class OfAnswer extends CommentsResource {
        @GET
        public Listing<CommentJson> list(@PathParam("id") long id, @BeanParam Paging paging) {
            AnswerView answer =
                    questions.findAnswer(id, caller.viewer()).orElseThrow(() -> new QuestionProblem(UNKNOWN_ANSWER));
            return list(PostId.answer(id), answer.questionId(), paging);
        }

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        public Response comment(
                @PathParam("id") long id, @HeaderParam("Idempotency-Key") @Nullable String key, Body body) {
            return comment(PostId.answer(id), key, body);
        }
    }
}
