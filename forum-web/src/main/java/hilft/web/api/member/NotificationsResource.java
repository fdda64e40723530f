package hilft.web.api.member;

import hilft.forum.member.Author;
import hilft.forum.notification.NotificationQueries;
import hilft.forum.notification.NotificationView;
import hilft.forum.notification.Notifications;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The caller's news. */
@Path("me/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class NotificationsResource {

    @Inject
    Caller caller;

    @Inject
    Notifications notifications;

    @Inject
    NotificationQueries queries;

    @Inject
    Authors authors;

    @GET
    public Listing<NotificationJson> list(@BeanParam Paging paging) {
        return Listing.of(queries.page(caller.member().id(), paging.after(), paging.limit()), this::representations);
    }

    private List<NotificationJson> representations(List<NotificationView> views) {
        Map<Long, AuthorJson> actors =
                authors.of(views.stream().map(NotificationView::actor).filter(Objects::nonNull));
        return views.stream()
                .map(view -> {
                    Author actor = view.actor();
                    return NotificationJson.of(view, actor == null ? null : actors.get(actor.id()));
                })
                .toList();
    }

    @PUT
    @Path("read")
    public void readAll() {
        notifications.readAll(caller.member().id());
    }

    /** Another member's notification stays as it is. */
    @PUT
    @Path("{id}/read")
    public void read(@PathParam("id") long id) {
        notifications.read(id, caller.member().id());
    }
}
