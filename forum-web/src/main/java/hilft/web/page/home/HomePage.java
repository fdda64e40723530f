package hilft.web.page.home;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.question.AnswerView;
import hilft.forum.question.QuestionFilter;
import hilft.forum.question.QuestionFilter.Sort;
import hilft.forum.question.QuestionFilter.State;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.text.Markdown;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventView;
import hilft.rewards.leaderboard.Leaderboard;
import hilft.rewards.leaderboard.LeaderboardLine;
import hilft.rewards.leaderboard.Period;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first page: the search, what many ask, what still needs an answer, what was just solved. */
@Named
@RequestScoped
public class HomePage {
    private static final int CARDS = 4;
    private static final int ROWS = 5;
    private static final int EXCERPT = 160;

    @Inject
    QuestionQueries questions;

    @Inject
    CategoryQueries categories;

    @Inject
    Markdown markdown;

    @Inject
    Leaderboard leaderboard;

    @Inject
    EventQueries events;

    @Inject
    Visitor visitor;

    private @Nullable List<Card> frequent;
    private @Nullable List<QuestionItem> needsAnswer;
    private @Nullable List<QuestionItem> justSolved;
    private @Nullable List<CategoryCount> counts;
    private @Nullable List<LeaderboardLine> helpers;
    private @Nullable List<EventView> invitations;

    /** The events that wait for the member's answer; nothing is asked for readers without an account. */
    public List<EventView> getInvitations() {
        if (invitations == null) {
            Long memberId = visitor.viewer().memberId();
            invitations = memberId == null ? List.of() : events.open(memberId);
        }
        return invitations;
    }

    public List<Card> getFrequent() {
        if (frequent == null) {
            List<QuestionItem> items = list(State.SOLVED, Sort.HOT, CARDS);
            Map<Long, AnswerView> solutions =
                    questions.solutions(items.stream().map(QuestionItem::id).toList());
            frequent = items.stream()
                    .map(item -> card(item, solutions.get(item.id())))
                    .toList();
        }
        return frequent;
    }

    private Card card(QuestionItem item, @Nullable AnswerView solution) {
        return new Card(item, solution == null ? item.excerpt() : markdown.excerpt(solution.body(), EXCERPT));
    }

    public List<QuestionItem> getNeedsAnswer() {
        if (needsAnswer == null) needsAnswer = list(State.UNANSWERED, Sort.LATEST, ROWS);
        return needsAnswer;
    }

    public List<QuestionItem> getJustSolved() {
        if (justSolved == null) justSolved = list(State.SOLVED, Sort.LATEST, ROWS);
        return justSolved;
    }

    private List<QuestionItem> list(State state, Sort sort, int limit) {
        return questions
                .page(new QuestionFilter(null, null, null, state, sort), null, limit)
                .items();
    }

    /** The categories that are offered below the search. */
    public List<CategoryView> getHints() {
        return categories.list().stream().limit(CARDS).toList();
    }

    public List<CategoryCount> getCategories() {
        if (counts == null) {
            Map<Long, Long> byId = questions.countsByCategory();
            counts = categories.list().stream()
                    .map(category -> new CategoryCount(category, byId.getOrDefault(category.id(), 0L)))
                    .toList();
        }
        return counts;
    }

    public List<LeaderboardLine> getHelpers() {
        if (helpers == null) helpers = leaderboard.list(Period.WEEK, null, ROWS);
        return helpers;
    }

    /** A frequent question with the beginning of its solution. */
    public record Card(QuestionItem item, String text) {}

    /** A category with the number of its questions. */
    public record CategoryCount(CategoryView category, long questions) {}
}
