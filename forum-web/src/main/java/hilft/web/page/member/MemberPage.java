package hilft.web.page.member;

import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Role;
import hilft.forum.question.QuestionFilter;
import hilft.forum.question.QuestionFilter.Sort;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.shared.Page;
import hilft.rewards.reputation.LedgerLine;
import hilft.rewards.reputation.LedgerQueries;
import hilft.rewards.reputation.Standing;
import hilft.rewards.reputation.Standings;
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
import org.jspecify.annotations.Nullable;

/** A member's profile: points, each with its reason, and what they asked. */
@Named
@RequestScoped
public class MemberPage {
    private static final int ENTRIES = 25;
    private static final int QUESTIONS = 5;
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

    private @Nullable MemberView member;
    private @Nullable String after;
    private Standing standing = Standing.none(0);
    private Page<LedgerLine> entries = new Page<>(List.of(), null);
    private List<QuestionItem> asked = List.of();
    private String line = "";

    @PostConstruct
    void read() {
        MemberView found = members.findByHandle(String.valueOf(Routes.parameter(request, "handle")))
                .filter(one -> !one.deleted())
                .orElseThrow(() -> new MemberProblem(MemberProblem.Reason.UNKNOWN));
        member = found;
        after = Routes.parameter(request, "after");
        standing = standings.of(found.id());
        entries = ledger.page(found.id(), after, ENTRIES);
        asked = questions
                .page(new QuestionFilter(null, null, found.id(), null, Sort.LATEST), null, QUESTIONS)
                .items();
        line = PointsLine.of(ledger.lastDays(found.id(), DAYS));
    }

    public @Nullable MemberView getMember() {
        return member;
    }

    public boolean isMine() {
        return member != null && visitor.viewer().is(member.id());
    }

    /** The roles besides customer, as labels. */
    public List<String> getRoles() {
        return member == null
                ? List.of()
                : member.roles().stream()
                        .filter(role -> role != Role.CUSTOMER)
                        .sorted()
                        .map(Role::label)
                        .toList();
    }

    public Standing getStanding() {
        return standing;
    }

    public List<LedgerLine> getEntries() {
        return entries.items();
    }

    public List<QuestionItem> getAsked() {
        return asked;
    }

    /** The points of the last month as the points of an SVG polyline, or nothing. */
    public String getLine() {
        return line;
    }

    public String getCanonicalPath() {
        String cursor = Head.cursor(after);
        return cursor == null
                ? path().build().toString()
                : path().queryParam("after", cursor).build().toString();
    }

    /** Search engines keep pages of those who have something to show. */
    public boolean isIndexable() {
        return after == null && !(entries.isEmpty() && asked.isEmpty());
    }

    public String getFirstUrl() {
        return after == null ? "" : path().build().toString();
    }

    public String getNextUrl() {
        String next = entries.next();
        return next == null ? "" : path().queryParam("after", next).build().toString();
    }

    private UriBuilder path() {
        return UriBuilder.fromPath("/members").segment(member == null ? "" : member.handle());
    }
}
