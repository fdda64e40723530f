package hilft.web.page.comment;

import hilft.forum.comment.CommentQueries;
import hilft.forum.comment.CommentView;
import hilft.forum.comment.Comments;
import hilft.forum.draft.DraftPlace;
import hilft.forum.draft.DraftText;
import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.member.Author;
import hilft.forum.member.Viewer;
import hilft.forum.notification.Notifications;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionView;
import hilft.forum.shared.Page;
import hilft.web.faces.Gone;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Once;
import hilft.web.page.Published;
import hilft.web.page.Shell;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import hilft.web.page.draft.OpenDraft;
import hilft.web.security.RateLimits;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All comments of a post, and the form for one more. */
@Named
@RequestScoped
public class CommentsPage {

    static final int COMMENTS = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    QuestionQueries questions;

    @Inject
    CommentQueries queries;

    @Inject
    Comments comments;

    @Inject
    IdempotentRequests requests;

    @Inject
    RateLimits rateLimits;

    @Inject
    Notifications notifications;

    @Inject
    Shell shell;

    @Inject
    OpenDraft draft;

    @Inject
    Published published;

    @Inject
    Typed form;

    @Inject
    Words words;

    private @Nullable QuestionView question;
    private @Nullable AnswerView answer;
    private @Nullable ShownComments shown;
    private @Nullable String after;
    private @Nullable String next;
    private String body = "";
    private String once = "";

    @PostConstruct
    void read() {
        long id = Ids.of(Routes.parameter(request, "id"));
        after = Routes.parameter(request, "after");
        if (Routes.addressOf(request).startsWith("/answers/")) readAnswer(id);
        else question = findQuestion(id);
        Viewer viewer = visitor.viewer();
        Page<CommentView> page = queries.page(post(), question().id(), viewer, after, COMMENTS);
        shown = ShownComments.of(post(), page.items(), total(), question(), viewer);
        draft.askedOr(DraftPlace.commentOn(post()))
                .ifPresent(found -> body = found.text().body());
        next = page.next();
        if (viewer.isMember()) once = Once.key();
        if (shell.isNewsWaiting()) {
            // the header has told the number by now; the next page knows
            notifications.readQuestion(question().id(), viewer.id());
        }
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

    private PostId post() {
        return answer == null ? PostId.question(question().id()) : PostId.answer(answer.id());
    }

    private QuestionView question() {
        return Objects.requireNonNull(question);
    }

    private int total() {
        return answer == null ? question().commentCount() : answer.commentCount();
    }

    public QuestionView getQuestion() {
        return question();
    }

    public boolean isOfAnswer() {
        return answer != null;
    }

    public ShownComments getShown() {
        return Objects.requireNonNull(shown);
    }

    public Author getAuthor() {
        return answer == null ? question().item().author() : answer.author();
    }

    public String getHtml() {
        return answer == null ? question().bodyHtml() : answer.bodyHtml();
    }

    public String getLanguage() {
        return answer == null ? question().item().language() : answer.language();
    }

    /** Where the post stands in its thread. */
    public String getBack() {
        return answer == null ? question().item().url() : "/answers/" + answer.id();
    }

    public String getFirstUrl() {
        return after == null ? "" : getShown().path() + "/comments";
    }

    public String getNextUrl() {
        return next == null ? "" : getShown().path() + "/comments?after=" + next;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public String getOnce() {
        return once;
    }

    public void setOnce(String once) {
        this.once = once;
    }

    public void comment() {
        form.send(() -> {
            Viewer viewer = visitor.viewer();
            long memberId = viewer.id();
            rateLimits.take(RateLimits.Limit.COMMENT);
            String text = "comment " + DraftPlace.commentOn(post()).name() + "\n" + body;
            long id = requests.once(memberId, Once.key(once, text), text, () -> comment(viewer));
            published.say(PostId.comment(id), queries.find(id, viewer).map(CommentView::writtenAt), draft.getName());
            return "/comments/" + id;
        });
        if (form.isRefused()) once = Once.key();
    }

    private long comment(Viewer viewer) {
        long id = comments.comment(post(), body, viewer);
        draft.discard();
        return id;
    }

    /** The place of its draft; asked of the page, which has read it by then. */
    public String getDraft() {
        return draft.getName();
    }

    public void saveDraft() {
        form.send(() -> {
            String address = draft.save(DraftText.body(body));
            Flash.say(request, words.of("draft.saved"));
            return address + "#comment-form";
        });
    }
}
