package hilft.web.api.channel;

import hilft.forum.channel.LinkOutQueries;
import hilft.forum.channel.LinkOutState;
import hilft.forum.channel.LinkOuts;
import hilft.forum.channel.Measure;
import hilft.forum.member.Viewer;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.api.problem.ApiProblem;
import hilft.web.api.problem.ProblemSentences;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Link-outs of all answers, the latest first. */
@Path("link-outs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class LinkOutsResource {

    @Inject
    Caller caller;

    @Inject
    LinkOuts linkOuts;

    @Inject
    LinkOutQueries queries;

    @Inject
    LinkOutRepresentations representations;

    @GET
    public Listing<LinkOutJson> list(@QueryParam("state") @Nullable String state, @BeanParam Paging paging) {
        caller.staff();
        LinkOutState wanted = state == null ? null : state(state).orElseThrow(() -> ApiProblem.parameter("state"));
        return Listing.of(queries.list(wanted, paging.after(), paging.limit()), representations::of);
    }

    @GET
    @Path("{id}")
    public LinkOutJson get(@PathParam("id") long id) {
        caller.staff();
        return representations.get(id);
    }

    /** {@code queued} tries a failed one again, {@code given_up} ends one that failed or waits; nothing else can be wanted. */
    @PUT
    @Path("{id}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(@PathParam("id") long id, Body body) {
        Viewer staff = caller.staff();
        LinkOutState wanted = state(body.text("state")).orElseThrow(() -> ApiProblem.invalid("state"));
        if (representations.get(id).state().equals(wanted.label())) return;
        switch (wanted) {
            case QUEUED -> linkOuts.retry(staff.id(), id);
            case GIVEN_UP -> linkOuts.giveUp(staff.id(), id);
            case SENDING, SENT, FAILED -> throw ApiProblem.invalid("state");
        }
    }

    private static Optional<LinkOutState> state(String label) {
        return Stream.of(LinkOutState.values())
                .filter(one -> one.label().equals(label))
                .findFirst();
    }

    /** Measures a text as it is typed; nothing is kept. */
    @POST
    @Path("measure")
    @Consumes(MediaType.APPLICATION_JSON)
    public MeasureJson measure(@Context HttpHeaders headers, Body body) {
        caller.staff();
        Typed typed = Typed.of(body);
        Measure measure = queries.measure(typed.channel(), typed.text(), typed.replyTo());
        ProblemSentences sentences = ProblemSentences.in(headers.getAcceptableLanguages());
        List<MeasureJson.WrongJson> problems = measure.problems().stream()
                .map(reason -> reason.error(measure.max()))
                .map(error -> new MeasureJson.WrongJson(error.field(), error.code(), sentences.of(error)))
                .toList();
        return new MeasureJson(measure.length(), measure.max(), measure.linked(), measure.cost(), problems);
    }
}
