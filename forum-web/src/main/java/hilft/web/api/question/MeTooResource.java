package hilft.web.api.question;

import hilft.forum.question.Questions;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the caller has the same problem. */
@Path("questions/{id}/me-too")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MeTooResource {

    @Inject
    Caller caller;

    @Inject
    Questions questions;

    @PUT
    public void say(@PathParam("id") long questionId) {
        questions.meToo(questionId, caller.member());
    }

    @DELETE
    public void withdraw(@PathParam("id") long questionId) {
        questions.withdrawMeToo(questionId, caller.member());
    }
}
