package hilft.web.page.notification;

import hilft.forum.notification.Notifications;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Marking the news as read. */
@Path("notifications")
@RequestScoped
public class NotificationForms {
    @Inject
    Visitor visitor;

    @Inject
    Notifications notifications;

    @POST
    @Path("read")
    public Response readAll() {
        notifications.readAll(visitor.viewer().id());
        return Response.seeOther(URI.create("/notifications")).build();
    }
}
