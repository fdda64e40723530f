package hilft.web.api.question;

import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.member.Viewer;
import hilft.forum.question.AnswerOrder;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.Questions;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.api.problem.ApiProblem;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The answers of a question: the solution, then all others by score or by time. */
@Path("questions/{id}/answers")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AnswersResource {

    @Inject
    Caller caller;

    @Inject
    Questions questions;

    @Inject
    QuestionQueries queries;

    @Inject
    IdempotentRequests requests;

    @Inject
    RateLimits rateLimits;

    @Inject
    Representations representations;

    @GET
    public Listing<AnswerJson> list(
            @PathParam("id") long questionId, @QueryParam("sort") @Nullable String sort, @BeanParam Paging paging) {
        return Listing.of(
                queries.answers(questionId, caller.viewer(), order(sort), paging.after(), paging.limit()),
                representations::answers);
    }

    private static AnswerOrder order(@Nullable String sort) {
        return sort == null
                ? AnswerOrder.VOTES
                : AnswerOrder.find(sort).orElseThrow(() -> ApiProblem.parameter("sort"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(
            @PathParam("id") long questionId, @HeaderParam("Idempotency-Key") @Nullable String key, Body body) {
        Viewer answerer = caller.member();
        rateLimits.take(RateLimits.Limit.ANSWER);
        String text = body.text("body");
        String request = "POST /questions/" + questionId + "/answers " + body.raw();
        long id = requests.once(answerer.id(), key, request, () -> questions.answer(questionId, text, answerer));
        return Response.created(URI.create("answers/" + id))
                .entity(representations.answer(id, answerer))
                .build();
    }
}
