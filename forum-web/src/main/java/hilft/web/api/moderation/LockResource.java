package hilft.web.api.moderation;

import hilft.forum.moderation.Moderations;
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

/** Whether a thread is closed, with the moderator's reason for either. */
@Path("questions/{id}/lock")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class LockResource {

    @Inject
    Caller caller;

    @Inject
    Moderations moderations;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void lock(@PathParam("id") long questionId, Body body) {
        moderations.lock(questionId, body.text("reason"), caller.member());
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    public void unlock(@PathParam("id") long questionId, Body body) {
        moderations.unlock(questionId, body.text("reason"), caller.member());
    }
}
