package hilft.web.api.question;

import hilft.forum.question.Questions;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The solution, chosen, changed and withdrawn by the asker. */
@Path("questions/{id}/accepted-answer")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AcceptedAnswerResource {

    @Inject
    Caller caller;

    @Inject
    Questions questions;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void accept(@PathParam("id") long questionId, Body body) {
        questions.accept(questionId, body.number("answerId"), caller.member());
    }

    @DELETE
    public void withdraw(@PathParam("id") long questionId) {
        questions.unaccept(questionId, caller.member());
    }
}
