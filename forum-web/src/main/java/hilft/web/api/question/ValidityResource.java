package hilft.web.api.question;

import hilft.forum.question.SolutionChecks;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import hilft.web.api.problem.ApiProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether a solution still works: said by those who were asked, confirmed by those who know. */
@Path("answers/{id}/validity")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ValidityResource {

    @Inject
    Caller caller;

    @Inject
    SolutionChecks checks;

    @PUT
    public void confirm(@PathParam("id") long answerId) {
        checks.confirm(answerId, caller.member());
    }

    /** The caller's own word; they may change it. */
    @PUT
    @Path("mine")
    @Consumes(MediaType.APPLICATION_JSON)
    public void say(@PathParam("id") long answerId, Body body) {
        if (!body.has("works")) {
            throw ApiProblem.wrongType("works");
        }
        checks.answer(answerId, body.flag("works", false), caller.member());
    }
}
