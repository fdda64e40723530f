package hilft.web.page;

import hilft.forum.member.MemberView;
import hilft.forum.member.Viewer;
import hilft.forum.notification.NewsCount;
import hilft.forum.notification.NotificationQueries;
import hilft.forum.question.UndoTime;
import hilft.web.faces.Routes;
import hilft.web.faces.Theme;
import hilft.web.faces.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
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
    Points points;

    @Inject
    NotificationQueries notifications;

    @Inject
    UndoTime undo;

    private @Nullable NewsCount news;
    private boolean told;
    private @Nullable Flash flash;
    private @Nullable MemberView member;

    @PostConstruct
    void look() {
        member = isCrashed() ? null : visitor.member().orElse(null);
        news = member == null ? null : visitor.news().orElse(null);
    }

    private boolean isCrashed() {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 500;
    }

    /** The page of a crash asks nothing of what may have crashed, even if the member was known before it. */
    private @Nullable MemberView member() {
        return isCrashed() ? null : member;
    }

    public boolean isFlashWaiting() {
        return flash != null || Flash.waits(request);
    }

    /** Taken when it is shown: a page that leads elsewhere leaves it to the next one. */
    public Flash getFlash() {
        if (flash == null) flash = Flash.take(request);
        return flash;
    }

    /** How many seconds a button stands that takes back what was published. */
    public long getUndoSeconds() {
        return undo.offered().toSeconds();
    }

    public String getTheme() {
        return Theme.of(request);
    }

    /** The name of the zone the member has chosen, or nothing. */
    public String getZone() {
        return request.getAttribute(Words.ZONE) instanceof ZoneId zone ? zone.getId() : "";
    }

    public boolean isSignedIn() {
        return member() != null;
    }

    /** What the header shows of whoever is signed in; null for all others. */
    public @Nullable SignedIn getReader() {
        MemberView shown = member();
        if (shown == null) return null;
        long own = points.own(shown.id());
        told = true;
        Viewer viewer = visitor.viewer();
        return new SignedIn(shown.author(), getUnread(), own, viewer.roles(), viewer.isModeratorSomewhere());
    }

    /** How much has happened for the member that they have not read. */
    public long getUnread() {
        return news().unread();
    }

    /** Whether there is news that the page shown may make known, told or not told yet. */
    public boolean isNewsWaiting() {
        return !news().isEmpty();
    }

    private NewsCount news() {
        MemberView shown = member();
        if (shown == null) return NewsCount.NOTHING;
        if (news == null) news = notifications.count(shown.id());
        return news;
    }

    /** The news of the page that is shown have just been read; the header comes after that. */
    public void countAgain() {
        if (told) throw new IllegalStateException("The header has already told how much is unread");
        news = null;
    }

    /** The address the visitor sees, query included. */
    public String getAddress() {
        return Routes.addressOf(request);
    }

    public String getReturnTo() {
        return URLEncoder.encode(getAddress(), StandardCharsets.UTF_8);
    }

    /** What the bar at the foot of small screens shows. */
    public Quick getQuick() {
        long fresh = getUnread();
        String mine = mine();
        return new Quick(getSection(), fresh > 0 ? SignedIn.shortly(fresh) : "", mine, at(mine).equals("page"));
    }

    /** Where "me" leads: the own profile, or the login. */
    private String mine() {
        MemberView shown = member();
        return shown == null ? "/login?returnTo=" + getReturnTo() : "/members/" + shown.handle();
    }

    /** The value of aria-current for a link to the path. */
    public String at(String path) {
        boolean inside = place().equals(path) || (path.length() > 1 && place().startsWith(path + "/"));
        return inside ? "page" : "";
    }

    /** The first part of the path: where in the site this page is. */
    public String getSection() {
        int end = place().indexOf('/', 1);
        return end < 0 ? place() : place().substring(0, end);
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

    /** The places to go to, and whether this is one of them. */
    public record Quick(String section, String unread, String mine, boolean mineHere) {}
}
