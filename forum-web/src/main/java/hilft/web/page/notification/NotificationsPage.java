package hilft.web.page.notification;

import hilft.forum.member.Author;
import hilft.forum.notification.NotificationGroup;
import hilft.forum.notification.NotificationKind;
import hilft.forum.notification.NotificationQueries;
import hilft.forum.notification.NotificationView;
import hilft.forum.notification.Notifications;
import hilft.forum.question.SolutionChecks;
import hilft.forum.shared.Page;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Shell;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Inject
    Notifications seen;

    @Inject
    SolutionChecks checks;

    @Inject
    Shell shell;

    @Inject
    Words words;

    private @Nullable String after;
    private Set<Long> open = Set.of();
    private Page<NotificationGroup> page = new Page<>(List.of(), null);

    @PostConstruct
    void read() {
        after = Routes.parameter(request, "after");
        long member = visitor.viewer().id();
        page = notifications.groups(member, after, ROWS);
        open = checks.open(
                member,
                page.items().stream()
                        .map(NotificationGroup::latest)
                        .filter(news -> news.kind() == NotificationKind.SOLUTION_CHECK && news.visible())
                        .map(NotificationView::answerId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        // what leads nowhere cannot be opened: the next page no longer calls it new
        page.items().stream()
                .filter(group -> !group.latest().read() && !leads(group))
                .forEach(group -> seen.readGroup(group, member));
    }

    private static boolean leads(NotificationGroup group) {
        return group.first().visible() || group.latest().visible();
    }

    /** Whether the member is asked something that they can answer at once. */
    public boolean isAsked(NotificationView news) {
        return news.kind() == NotificationKind.SOLUTION_CHECK && open.contains(news.answerId());
    }

    public List<NotificationGroup> getRows() {
        return page.items();
    }

    /** Whether there is something to mark, on this page or another one. */
    public boolean isUnread() {
        return shell.getUnread() > 0;
    }

    /** What has happened, in the words for one or for several. */
    public String text(NotificationGroup group) {
        NotificationView news = group.latest();
        Author actor = news.actor();
        String name = actor == null || actor.deleted() ? words.of("member.deleted") : actor.displayName();
        String key = "notification." + news.kind().label();
        return group.isSeveral()
                ? words.orElse(key + ".several", words.of(key, name), group.count(), name)
                : words.of(key, name);
    }

    public String icon(NotificationView news) {
        return switch (news.kind()) {
            case ANSWER_WRITTEN, COMMENT_RECEIVED, COMMENT_WRITTEN -> "message-circle";
            case MENTIONED -> "at-sign";
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
