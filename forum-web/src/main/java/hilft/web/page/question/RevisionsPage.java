package hilft.web.page.question;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionText;
import hilft.forum.question.QuestionView;
import hilft.forum.revision.RevisedText;
import hilft.forum.revision.RevisionQueries;
import hilft.forum.revision.RevisionView;
import hilft.forum.shared.Page;
import hilft.web.faces.Gone;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Ids;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a question or an answer has said, from now back to the beginning; seen by whoever may see the post. */
@Named
@RequestScoped
public class RevisionsPage {

    private static final int REVISIONS = 10;

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    QuestionQueries questions;

    @Inject
    RevisionQueries revisions;

    @Inject
    CategoryQueries categories;

    @Inject
    Words words;

    private @Nullable QuestionView question;
    private @Nullable AnswerView answer;
    private @Nullable String after;
    private List<ShownRevision> rows = List.of();
    private @Nullable String next;

    @PostConstruct
    void read() {
        long id = Ids.of(Routes.parameter(request, "id"));
        after = Routes.parameter(request, "after");
        if (Routes.addressOf(request).startsWith("/answers/")) readAnswer(id);
        else question = findQuestion(id);
        Long answerId = answer == null ? null : (Long) answer.id();
        Page<RevisionView> page = revisions.page(question().id(), answerId, after, REVISIONS);
        int current = after == null && !page.isEmpty() ? page.items().get(0).number() : -1;
        Map<Long, CategoryView> byId = categories.byId();
        rows = page.items().stream()
                .map(revision -> shown(revision, revision.number() == current, byId))
                .toList();
        next = page.next();
    }

    private void readAnswer(long id) {
        AnswerView found = questions
                .findAnswer(id, visitor.viewer())
                .orElseThrow(() -> absent(PostId.answer(id), QuestionProblem.Reason.UNKNOWN_ANSWER));
        answer = found;
        question = findQuestion(found.questionId());
    }

    private QuestionView findQuestion(long id) {
        return questions
                .find(id, visitor.viewer())
                .orElseThrow(() -> absent(PostId.question(id), QuestionProblem.Reason.UNKNOWN));
    }

    private RuntimeException absent(PostId post, QuestionProblem.Reason reason) {
        return questions.isGone(post) ? new Gone() : new QuestionProblem(reason);
    }

    private ShownRevision shown(RevisionView revision, boolean current, Map<Long, CategoryView> byId) {
        RevisedText before = revision.before();
        return new ShownRevision(
                revision,
                before == null ? null : changes(before, revision.text(), byId),
                current,
                current || !mayEdit() ? "" : getPostUrl() + "/edit?revision=" + revision.number());
    }

    private Comparison changes(RevisedText before, RevisedText text, Map<Long, CategoryView> byId) {
        return before.title() == null
                ? Comparison.of(before.body(), text.body())
                : Comparison.of(asked(before, byId), asked(text, byId), this::categoryName);
    }

    private static QuestionText asked(RevisedText text, Map<Long, CategoryView> byId) {
        CategoryView category = byId.get(text.categoryId());
        return new QuestionText(
                Objects.requireNonNull(text.title()),
                category == null ? "" : category.slug(),
                text.tags(),
                text.body());
    }

    private String categoryName(String slug) {
        return categories
                .find(slug)
                .map(category -> category.name(words.getLanguage()))
                .orElse(slug);
    }

    private boolean mayEdit() {
        return answer == null ? question().mayEdit() : answer.mayEdit();
    }

    private QuestionView question() {
        return Objects.requireNonNull(question);
    }

    public QuestionView getQuestion() {
        return question();
    }

    public boolean isOfAnswer() {
        return answer != null;
    }

    /** Where the post itself stands, without its title. */
    public String getPostUrl() {
        return answer == null ? "/questions/" + question().id() : "/answers/" + answer.id();
    }

    public List<ShownRevision> getRows() {
        return rows;
    }

    public String getFirstUrl() {
        return after == null ? "" : getPostUrl() + "/revisions";
    }

    public String getNextUrl() {
        return next == null ? "" : getPostUrl() + "/revisions?after=" + next;
    }
}
