package hilft.web.api.question;

import hilft.forum.question.HelpfulAnswers;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the asker found an answer beside the solution helpful. */
@Path("answers/{id}/helpful")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class HelpfulResource {

    @Inject
    Caller caller;

    @Inject
    HelpfulAnswers answers;

    @PUT
    public void mark(@PathParam("id") long answerId) {
        answers.mark(answerId, caller.member());
    }

    @DELETE
    public void withdraw(@PathParam("id") long answerId) {
        answers.withdraw(answerId, caller.member());
    }
}
