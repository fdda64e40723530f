package hilft.web.api.question;

import hilft.forum.subscription.Subscriptions;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the caller is told of a question's news. */
@Path("questions/{id}/subscription")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SubscriptionResource {

    @Inject
    Caller caller;

    @Inject
    Subscriptions subscriptions;

    @PUT
    public void subscribe(@PathParam("id") long questionId) {
        subscriptions.subscribe(questionId, caller.member().id());
    }

    @DELETE
    public void unsubscribe(@PathParam("id") long questionId) {
        subscriptions.unsubscribe(questionId, caller.member().id());
    }
}
