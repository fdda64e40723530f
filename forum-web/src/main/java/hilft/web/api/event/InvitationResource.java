package hilft.web.api.event;

import hilft.rewards.event.Invitations;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One invitation, which marketing may withdraw before the event begins. */
@Path("invitations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class InvitationResource {

    @Inject
    Caller caller;

    @Inject
    Invitations invitations;

    @DELETE
    public void withdraw(@PathParam("id") long id) {
        invitations.withdraw(caller.marketing().id(), id);
    }
}
