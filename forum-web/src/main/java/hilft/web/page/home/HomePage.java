package hilft.web.page.home;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.member.MemberView;
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
import hilft.web.cache.SharedReads;
import hilft.web.page.LastVisit;
import hilft.web.page.ListedQuestion;
import hilft.web.page.Visitor;
import hilft.web.page.WholePage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first page: the search, what many ask, what still needs an answer, what was just solved. */
@Named
@RequestScoped
public class HomePage implements WholePage {
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

    @Inject
    LastVisit lastVisit;

    @Inject
    SharedReads shared;

    private @Nullable List<EventView> invitations;
    private Lists lists = new Lists(List.of(), List.of(), List.of(), List.of(), List.of());
    private List<ListedQuestion> needsAnswer = List.of();
    private List<ListedQuestion> justSolved = List.of();

    @PostConstruct
    void read() {
        lists = shared.get("home", this::lists)
                .without(visitor.member().map(MemberView::blocked).orElse(Set.of()));
        int unanswered = lists.needsAnswer().size();
        List<ListedQuestion> rows =
                lastVisit.rows(Stream.concat(lists.needsAnswer().stream(), lists.justSolved().stream())
                        .toList());
        needsAnswer = List.copyOf(rows.subList(0, unanswered));
        justSolved = List.copyOf(rows.subList(unanswered, rows.size()));
    }

    /** Invitations come with forms and change by the minute: whoever has one gets the page made. */
    @Override
    public @Nullable Shown shown() {
        return getInvitations().isEmpty() ? new Shown(getHints(), lists, needsAnswer, justSolved) : null;
    }

    /** The events that wait for the member's answer; nothing is asked for readers without an account. */
    public List<EventView> getInvitations() {
        if (invitations == null) {
            Long memberId = visitor.viewer().memberId();
            invitations = memberId == null ? List.of() : events.open(memberId);
        }
        return invitations;
    }

    private Lists lists() {
        Map<Long, Long> counts = questions.countsByCategory();
        return new Lists(
                cards(list(State.SOLVED, Sort.HOT, CARDS)),
                list(State.UNANSWERED, Sort.LATEST, ROWS),
                list(State.SOLVED, Sort.LATEST, ROWS),
                categories.list().stream()
                        .map(category -> new CategoryCount(category, counts.getOrDefault(category.id(), 0L)))
                        .toList(),
                leaderboard.list(Period.WEEK, null, ROWS));
    }

    private List<Card> cards(List<QuestionItem> items) {
        Map<Long, AnswerView> solutions =
                questions.solutions(items.stream().map(QuestionItem::id).toList());
        return items.stream().map(item -> card(item, solutions.get(item.id()))).toList();
    }

    private Card card(QuestionItem item, @Nullable AnswerView solution) {
        return new Card(item, solution == null ? item.excerpt() : markdown.excerpt(solution.body(), EXCERPT));
    }

    private List<QuestionItem> list(State state, Sort sort, int limit) {
        return questions
                .page(new QuestionFilter(null, null, state, sort), null, limit)
                .items();
    }

    public List<Card> getFrequent() {
        return lists.frequent();
    }

    public List<ListedQuestion> getNeedsAnswer() {
        return needsAnswer;
    }

    public List<ListedQuestion> getJustSolved() {
        return justSolved;
    }

    /** The categories that are offered below the search. */
    public List<CategoryView> getHints() {
        return categories.list().stream().limit(CARDS).toList();
    }

    public List<CategoryCount> getCategories() {
        return lists.categories();
    }

    public List<LeaderboardLine> getHelpers() {
        return lists.helpers();
    }

    /** The rows once more as the reader sees them. */
    record Shown(
            List<CategoryView> hints, Lists lists, List<ListedQuestion> needsAnswer, List<ListedQuestion> justSolved) {}

    private record Lists(
            List<Card> frequent,
            List<QuestionItem> needsAnswer,
            List<QuestionItem> justSolved,
            List<CategoryCount> categories,
            List<LeaderboardLine> helpers) {

        /** A choice of the forum's names nobody whom the reader has blocked. */
        Lists without(Set<Long> blocked) {
            return blocked.isEmpty()
                    ? this
                    : new Lists(
                            frequent.stream()
                                    .filter(card -> isWanted(card.item(), blocked))
                                    .toList(),
                            needsAnswer.stream()
                                    .filter(item -> isWanted(item, blocked))
                                    .toList(),
                            justSolved.stream()
                                    .filter(item -> isWanted(item, blocked))
                                    .toList(),
                            categories,
                            helpers);
        }

        private static boolean isWanted(QuestionItem item, Set<Long> blocked) {
            return !blocked.contains(item.author().id());
        }
    }

    /** A frequent question with the beginning of its solution. */
    public record Card(QuestionItem item, String text) {}

    /** A category with the number of its questions. */
    public record CategoryCount(CategoryView category, long questions) {}
}
