package hilft.web.api.question;

import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.member.Viewer;
import hilft.forum.question.QuestionFilter;
import hilft.forum.question.QuestionFilter.Sort;
import hilft.forum.question.QuestionFilter.State;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionText;
import hilft.forum.question.Questions;
import hilft.web.api.http.Body;
import hilft.web.api.http.BodyReader;
import hilft.web.api.http.Caller;
import hilft.web.api.http.IfMatch;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.api.problem.ApiProblem;
import hilft.web.security.RateLimits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions: listed, asked, read, edited, taken back. */
@Path("questions")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class QuestionsResource {

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
    public Listing<QuestionItemJson> list(
            @QueryParam("category") @Nullable String category,
            @QueryParam("tag") @Nullable String tag,
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @DefaultValue("latest") String sort,
            @BeanParam Paging paging) {
        QuestionFilter filter = new QuestionFilter(
                category,
                tag,
                state == null ? null : State.find(state).orElseThrow(() -> ApiProblem.parameter("state")),
                Sort.find(sort).orElseThrow(() -> ApiProblem.parameter("sort")));
        return Listing.of(queries.page(filter, paging.after(), paging.limit()), representations::items);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@HeaderParam("Idempotency-Key") @Nullable String key, Body body) {
        Viewer asker = caller.member();
        rateLimits.take(RateLimits.Limit.ASK);
        QuestionText text = new QuestionText(
                body.text("title"), body.text("category"), body.texts("tags", List.of()), body.text("body"));
        long id =
                requests.once(asker.id(), key, "POST /questions " + body.raw(), () -> questions.ask(asker.id(), text));
        return Response.created(URI.create("questions/" + id))
                .entity(representations.question(id, asker))
                .build();
    }

    @GET
    @Path("{id}")
    public QuestionJson get(@PathParam("id") long id) {
        return representations.question(id, caller.viewer());
    }

    /** Changes what is named and leaves the rest. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, BodyReader.MERGE_PATCH})
    public QuestionJson edit(
            @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen, Body body) {
        Viewer editor = caller.member();
        QuestionJson before = representations.question(id, editor);
        IfMatch.check(seen, before);
        QuestionText text = new QuestionText(
                body.text("title", before.title()),
                body.text("category", before.category()),
                body.texts("tags", before.tags()),
                body.text("body", before.body()));
        questions.edit(id, text, body.text("reason"), before.version(), editor);
        return representations.question(id, editor);
    }

    @DELETE
    @Path("{id}")
    public void takeBack(@PathParam("id") long id) {
        questions.withdraw(id, caller.member());
    }
}
