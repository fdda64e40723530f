package hilft.web.api.event;

import hilft.rewards.event.Invitations;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the caller, who is invited, comes; taking the acceptance away is declining. */
@Path("events/{id}/acceptance")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AcceptanceResource {

    @Inject
    Caller caller;

    @Inject
    Invitations invitations;

    @PUT
    public void accept(@PathParam("id") long eventId) {
        invitations.accept(caller.member().id(), eventId);
    }

    @DELETE
    public void decline(@PathParam("id") long eventId) {
        invitations.decline(caller.member().id(), eventId);
    }
}
