package hilft.web.page.member;

import hilft.forum.block.Blocks;
import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberProfile;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Role;
import hilft.forum.question.AnswerItem;
import hilft.forum.question.AnswerQueries;
import hilft.forum.question.QuestionFilter;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.shared.Page;
import hilft.rewards.reputation.LedgerLine;
import hilft.rewards.reputation.LedgerQueries;
import hilft.rewards.reputation.Standing;
import hilft.rewards.reputation.Standings;
import hilft.web.faces.Moved;
import hilft.web.faces.Routes;
import hilft.web.found.Head;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A member's profile: who they are, what they wrote, and their points, each with its reason. */
@Named
@RequestScoped
public class MemberPage {
    private static final int ROWS = 20;
    private static final int DAYS = 30;

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    MemberQueries members;

    @Inject
    Standings standings;

    @Inject
    LedgerQueries ledger;

    @Inject
    QuestionQueries questions;

    @Inject
    AnswerQueries answers;

    @Inject
    Blocks blocks;

    private @Nullable MemberView member;
    private @Nullable String after;
    private Show show = Show.POINTS;
    private Standing standing = Standing.none(0);
    private Page<LedgerLine> entries = new Page<>(List.of(), null);
    private Page<QuestionItem> asked = new Page<>(List.of(), null);
    private Page<AnswerItem> answered = new Page<>(List.of(), null);
    private String line = "";
    private boolean blocked;

    @PostConstruct
    void read() {
        String handle = String.valueOf(Routes.parameter(request, "handle"));
        MemberView found = members.findByAnyHandle(handle)
                .filter(one -> !one.deleted())
                .orElseThrow(() -> new MemberProblem(MemberProblem.Reason.UNKNOWN));
        member = found;
        after = Routes.parameter(request, "after");
        show = Show.find(Routes.parameter(request, "show")).orElse(Show.POINTS);
        leadToPresentHandle(found, handle);
        standing = standings.of(found.id());
        blocked = isBlockable() && blocks.isBlocked(visitor.viewer().id(), found.id());
        if (isActivityShown()) readActivity(found.id());
    }

    /** An earlier handle leads to the present one for good. */
    private void leadToPresentHandle(MemberView found, String handle) {
        if ("GET".equals(request.getMethod()) && !found.handle().equalsIgnoreCase(handle)) {
            throw new Moved(url(show, Head.cursor(after)));
        }
    }

    private void readActivity(long id) {
        switch (show) {
            case POINTS -> {
                entries = ledger.page(id, after, ROWS);
                line = PointsLine.of(ledger.lastDays(id, DAYS));
            }
            case QUESTIONS -> asked = questions.page(QuestionFilter.askedBy(id, null), after, ROWS);
            case ANSWERS -> answered = answers.byAuthor(id, after, ROWS);
        }
    }

    public @Nullable MemberView getMember() {
        return member;
    }

    private MemberView member() {
        return Objects.requireNonNull(member);
    }

    public boolean isMine() {
        return visitor.viewer().is(member().id());
    }

    /** Whether the reader may block this member, or unblock them. */
    public boolean isBlockable() {
        return visitor.viewer().isMember() && !isMine();
    }

    public boolean isBlocked() {
        return blocked;
    }

    /** Whoever hides what they do hides it from all but themselves and moderators. */
    public boolean isActivityShown() {
        return member().profile().activityShown()
                || isMine()
                || visitor.viewer().isModerator();
    }

    /** Search engines keep the beginning of a profile that has something to show, unless its member does not want it. */
    public boolean isIndexable() {
        MemberProfile profile = member().profile();
        return after == null
                && show == Show.POINTS
                && profile.searchListed()
                && (!entries.isEmpty() || !profile.about().isEmpty() || isAuthor());
    }

    /** Whether the lists of questions and answers have something in them. */
    private boolean isAuthor() {
        long id = member().id();
        return isActivityShown()
                && !(questions.page(QuestionFilter.askedBy(id, null), null, 1).isEmpty()
                        && answers.byAuthor(id, null, 1).isEmpty());
    }

    /** The roles besides customer, as labels. */
    public List<String> getRoles() {
        return member().roles().stream()
                .filter(role -> role != Role.CUSTOMER)
                .sorted()
                .map(Role::label)
                .toList();
    }

    public Standing getStanding() {
        return standing;
    }

    public String getShow() {
        return show.label();
    }

    public List<LedgerLine> getEntries() {
        return entries.items();
    }

    public List<QuestionItem> getAsked() {
        return asked.items();
    }

    public List<AnswerItem> getAnswered() {
        return answered.items();
    }

    /** The points of the last month as the points of an SVG polyline, or nothing. */
    public String getLine() {
        return line;
    }

    public String getCanonicalPath() {
        return url(show, Head.cursor(after));
    }

    public String showUrl(String wanted) {
        return url(Show.find(wanted).orElse(Show.POINTS), null);
    }

    public String getFirstUrl() {
        return after == null ? "" : url(show, null);
    }

    public String getNextUrl() {
        String next = switch (show) {
            case POINTS -> entries.next();
            case QUESTIONS -> asked.next();
            case ANSWERS -> answered.next();
        };
        return next == null ? "" : url(show, next);
    }

    private String url(Show wanted, @Nullable String wantedAfter) {
        UriBuilder url = UriBuilder.fromPath("/members").segment(member().handle());
        if (wanted != Show.POINTS) url.queryParam("show", wanted.label());
        if (wantedAfter != null) url.queryParam("after", wantedAfter);
        return url.build().toString();
    }
}
