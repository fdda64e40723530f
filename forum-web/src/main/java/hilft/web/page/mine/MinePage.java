package hilft.web.page.mine;

import hilft.forum.bookmark.BookmarkItem;
import hilft.forum.bookmark.Bookmarks;
import hilft.forum.question.AnswerItem;
import hilft.forum.question.AnswerQueries;
import hilft.forum.question.QuestionFilter;
import hilft.forum.question.QuestionFilter.State;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.Page;
import hilft.web.faces.Routes;
import hilft.web.page.LastVisit;
import hilft.web.page.ListedQuestion;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is a member's own: asked, answered, followed, bookmarked. */
@Named
@RequestScoped
public class MinePage {
    private static final int ROWS = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    QuestionQueries questions;

    @Inject
    AnswerQueries answers;

    @Inject
    Bookmarks bookmarks;

    @Inject
    LastVisit lastVisit;

    private Shelf shelf = Shelf.QUESTIONS;
    private Optional<State> state = Optional.empty();
    private @Nullable String after;
    private boolean narrowed;
    private Page<QuestionItem> rows = new Page<>(List.of(), null);
    private List<ListedQuestion> listed = List.of();
    private Page<AnswerItem> answered = new Page<>(List.of(), null);
    private Page<BookmarkItem> kept = new Page<>(List.of(), null);

    @PostConstruct
    void read() {
        long me = visitor.viewer().id();
        shelf = Shelf.find(Routes.parameter(request, "show")).orElse(Shelf.QUESTIONS);
        state = shelf.hasStates() ? State.find(Routes.parameter(request, "state")) : Optional.empty();
        after = Routes.parameter(request, "after");
        switch (shelf) {
            case QUESTIONS, FOLLOWED -> rows = questions.page(filter(me, state.orElse(null)), after, ROWS);
            case ANSWERS -> answered = answers.byAuthor(me, after, ROWS);
            case BOOKMARKS -> kept = bookmarks.page(me, after, ROWS);
        }
        listed = lastVisit.rows(rows.items());
        narrowed = isBare()
                && !isBehindEnd()
                && state.isPresent()
                && !questions.page(filter(me, null), null, 1).isEmpty();
    }

    private QuestionFilter filter(long me, @Nullable State wanted) {
        return shelf == Shelf.QUESTIONS ? QuestionFilter.askedBy(me, wanted) : QuestionFilter.followedBy(me, wanted);
    }

    public String getShow() {
        return shelf.label();
    }

    public String getState() {
        return state.map(State::label).orElse("all");
    }

    public boolean isWithStates() {
        return shelf.hasStates();
    }

    public List<ListedQuestion> getRows() {
        return listed;
    }

    public List<AnswerItem> getAnswered() {
        return answered.items();
    }

    public List<BookmarkItem> getKept() {
        return kept.items();
    }

    public boolean isBare() {
        return rows.isEmpty() && answered.isEmpty() && kept.isEmpty();
    }

    /** Whether this page has nothing because the list ends before it. */
    public boolean isBehindEnd() {
        return isBare() && Cursor.decode(after).isPresent();
    }

    /** Why nothing is here: nothing fits, or there is nothing yet. */
    public String getWhyBare() {
        return narrowed ? "filter" : shelf.label();
    }

    /** The same in more words, which name the state that nothing fits. */
    public String getBareText() {
        return narrowed ? shelf.label() + "." + getState() : shelf.label();
    }

    /** Where whoever has nothing here finds something: all of theirs, or something to do. */
    public String getWayOut() {
        if (narrowed) return url(shelf, "all", null);
        return switch (shelf) {
            case QUESTIONS -> "/ask";
            case ANSWERS -> "/questions?state=unanswered";
            case FOLLOWED, BOOKMARKS -> "/questions";
        };
    }

    public String stateUrl(String wanted) {
        return url(shelf, wanted, null);
    }

    public String getFirstUrl() {
        return after == null ? "" : url(shelf, getState(), null);
    }

    public String getNextUrl() {
        String next = switch (shelf) {
            case QUESTIONS, FOLLOWED -> rows.next();
            case ANSWERS -> answered.next();
            case BOOKMARKS -> kept.next();
        };
        return next == null ? "" : url(shelf, getState(), next);
    }

    private static String url(Shelf shelf, String state, @Nullable String after) {
        UriBuilder url = UriBuilder.fromPath("/mine");
        if (shelf != Shelf.QUESTIONS) url.queryParam("show", shelf.label());
        if (!state.equals("all")) url.queryParam("state", state);
        if (after != null) url.queryParam("after", after);
        return url.build().toString();
    }
}
