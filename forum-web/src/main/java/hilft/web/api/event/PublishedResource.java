package hilft.web.api.event;

import hilft.rewards.event.CommunityEvents;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether everybody sees an event; what was public once stays so, therefore there is no DELETE. */
@Path("events/{id}/published")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PublishedResource {

    @Inject
    Caller caller;

    @Inject
    CommunityEvents events;

    @PUT
    public void publish(@PathParam("id") long eventId) {
        events.publish(caller.marketing().id(), eventId);
    }
}
