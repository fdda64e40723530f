package hilft.web.api.event;

import hilft.rewards.event.CommunityEvents;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether an event is called off, with the reason its guests read; a cancelled event stays cancelled, so there is no DELETE. */
@Path("events/{id}/cancelled")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CancelledResource {

    @Inject
    Caller caller;

    @Inject
    CommunityEvents events;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void cancel(@PathParam("id") long eventId, Body body) {
        events.cancel(caller.marketing().id(), eventId, body.text("reason"));
    }
}
