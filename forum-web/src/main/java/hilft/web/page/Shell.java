package hilft.web.page;

import hilft.forum.member.Author;
import hilft.forum.member.MemberView;
import hilft.forum.notification.NotificationQueries;
import hilft.rewards.reputation.Standings;
import hilft.web.faces.Routes;
import hilft.web.faces.Theme;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What every page shows around its content: who is here, what is new for them, where they are. */
@Named
@RequestScoped
public class Shell {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Standings standings;

    @Inject
    NotificationQueries notifications;

    private long unread = -1;
    private Flash flash = new Flash("", "");
    private @Nullable MemberView member;

    @PostConstruct
    void look() {
        flash = Flash.take(request);
        // The page of a crash asks nothing of what may have crashed.
        boolean crashed =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 500;
        member = crashed ? null : visitor.member().orElse(null);
    }

    public Flash getFlash() {
        return flash;
    }

    public String getTheme() {
        return Theme.of(request);
    }

    public boolean isSignedIn() {
        return member != null;
    }

    public @Nullable Author getAuthor() {
        return member == null ? null : member.author();
    }

    public String getHandle() {
        return member == null ? "" : member.handle();
    }

    public String getDisplayName() {
        return member == null ? "" : member.displayName();
    }

    public long getPoints() {
        return member == null ? 0 : standings.of(member.id()).points();
    }

    /** How much has happened for the member that they have not read. */
    public long getUnread() {
        if (unread < 0) unread = member == null ? 0 : notifications.unread(member.id());
        return unread;
    }

    /** The news of the page that is shown have just been read. */
    public void countAgain() {
        unread = -1;
    }

    public String getUnreadShort() {
        return getUnread() > 99 ? "99+" : Long.toString(getUnread());
    }

    public boolean isModerator() {
        return member != null && visitor.viewer().isModerator();
    }

    /** The address the visitor sees, query included. */
    public String getAddress() {
        return Routes.addressOf(request);
    }

    public String getReturnTo() {
        return URLEncoder.encode(getAddress(), StandardCharsets.UTF_8);
    }

    /** Where "me" leads: the own profile, or the login. */
    public String getMine() {
        return member == null ? "/login?returnTo=" + getReturnTo() : "/members/" + member.handle();
    }

    /** The value of aria-current for a link to the path. */
    public String at(String path) {
        boolean inside = place().equals(path) || (path.length() > 1 && place().startsWith(path + "/"));
        return inside ? "page" : "";
    }

    /** As {@link #at}, but not for what lies below the path. */
    public String exactly(String path) {
        return place().equals(path) ? "page" : "";
    }

    private String place() {
        String here = getAddress();
        int query = here.indexOf('?');
        return query < 0 ? here : here.substring(0, query);
    }
}
