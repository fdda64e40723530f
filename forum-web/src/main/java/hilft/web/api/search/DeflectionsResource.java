package hilft.web.api.search;

import hilft.forum.similar.Band;
import hilft.forum.similar.deflection.Asking;
import hilft.forum.similar.deflection.Deflections;
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

    @Inject
    Deflections deflections;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void tell(Body body) {
        Asking asking =
                Asking.of(body.text("token"), body.text("language")).orElseThrow(() -> ApiProblem.invalid("token"));
        switch (body.text("state")) {
            case "shown" -> deflections.show(asking, threads(body), band(body));
            case "opened" -> deflections.open(asking, body.number("question"));
            case "solved" -> deflections.solve(asking, body.number("question"));
            case "me_too" -> deflections.sayMeToo(asking, body.number("question"));
            default -> throw ApiProblem.invalid("state");
        }
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
