package hilft.web.page.notification;

import hilft.forum.notification.NotificationQueries;
import hilft.forum.notification.NotificationView;
import hilft.forum.shared.Page;
import hilft.web.faces.Routes;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened for the member. */
@Named
@RequestScoped
public class NotificationsPage {
    private static final int ROWS = 30;

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    NotificationQueries notifications;

    private @Nullable String after;
    private Page<NotificationView> page = new Page<>(List.of(), null);

    @PostConstruct
    void read() {
        after = Routes.parameter(request, "after");
        page = notifications.page(visitor.viewer().id(), after, ROWS);
    }

    public List<NotificationView> getRows() {
        return page.items();
    }

    public boolean isUnread() {
        return page.items().stream().anyMatch(one -> !one.read());
    }

    public String icon(NotificationView news) {
        return switch (news.kind()) {
            case ANSWER_WRITTEN, COMMENT_RECEIVED, COMMENT_WRITTEN -> "message-circle";
            case ANSWER_ACCEPTED -> "circle-check";
            case SOLUTION_CHECK -> "circle-help";
            case ANSWER_HELPFUL -> "thumbs-up";
            case POST_HIDDEN -> "eye-off";
            case INVITATION, EVENT_CHANGED -> "calendar";
            case EVENT_CANCELLED, INVITATION_WITHDRAWN -> "ban";
        };
    }

    public String getFirstUrl() {
        return after == null ? "" : "/notifications";
    }

    public String getNextUrl() {
        String next = page.next();
        return next == null
                ? ""
                : UriBuilder.fromPath("/notifications")
                        .queryParam("after", next)
                        .build()
                        .toString();
    }
}
