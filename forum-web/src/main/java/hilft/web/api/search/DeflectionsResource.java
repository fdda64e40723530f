package hilft.web.api.search;

import hilft.forum.similar.Band;
import hilft.forum.similar.SimilarQuestions;
import hilft.forum.similar.deflection.Asking;
import hilft.forum.similar.deflection.Deflections;
import hilft.forum.similar.deflection.Judgement;
import hilft.forum.text.Languages;
import hilft.web.api.http.Body;
import hilft.web.api.problem.ApiProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What becomes of a question that somebody begins to ask, told by the page; who that is, is neither asked nor kept. */
@Path("deflections")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DeflectionsResource {

    private static final int THREADS_MAX = 40;
    private static final int LOOKED_THROUGH = 20;

    @Inject
    Deflections deflections;

    @Inject
    SimilarQuestions similar;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void tell(Body body) {
        Asking asking =
                Asking.of(body.text("token"), body.text("language")).orElseThrow(() -> ApiProblem.invalid("token"));
        switch (body.text("state")) {
            case "shown" -> deflections.show(asking, threads(body), band(body));
            case "opened" -> open(asking, body.number("question"), body.text("text"));
            case "solved" -> deflections.solve(asking, body.number("question"));
            case "me_too" -> deflections.sayMeToo(asking, body.number("question"));
            default -> throw ApiProblem.invalid("state");
        }
    }

    /** Judged again by the text as it is now, since what a browser says of it is no measure; the text is not kept. */
    private void open(Asking asking, long question, String text) {
        Judgement judgement = similar.find(text, LOOKED_THROUGH).stream()
                .filter(hit -> hit.question().id() == question)
                .map(hit -> new Judgement(hit.features(), Languages.guess(text, asking.language())))
                .findFirst()
                .orElse(null);
        deflections.open(asking, question, judgement);
    }

    private static List<Long> threads(Body body) {
        List<Long> threads = body.numbers("questions");
        if (threads.isEmpty() || threads.size() > THREADS_MAX) {
            throw ApiProblem.invalid("questions");
        }
        return threads;
    }

    private static Band band(Body body) {
        return Band.find(body.text("band", Band.NONE.label())).orElseThrow(() -> ApiProblem.invalid("band"));
    }
}
