package hilft.web.page.moderation;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.comment.CommentProblem;
import hilft.forum.comment.CommentQueries;
import hilft.forum.comment.CommentView;
import hilft.forum.member.Viewer;
import hilft.forum.moderation.FlagView;
import hilft.forum.moderation.ModerationAction;
import hilft.forum.moderation.ModerationProblem;
import hilft.forum.moderation.ModerationQueries;
import hilft.forum.moderation.Moderations;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionView;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;

/** One decision about one post, with its reason. */
@Named
@RequestScoped
public class DecidePage {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Moderations moderations;

    @Inject
    ModerationQueries queries;

    @Inject
    QuestionQueries questions;

    @Inject
    CommentQueries comments;

    @Inject
    CategoryQueries categories;

    @Inject
    Typed form;

    @Inject
    Words words;

    private ModerationAction action = ModerationAction.DISMISS;
    private String type = "";
    private long id;
    private String title = "";
    private String html = "";
    private String language = "";
    private String back = "/moderation";
    private String reason = "";
    private String category = "";

    @PostConstruct
    void read() {
        action = Stream.of(ModerationAction.values())
                .filter(one -> one.label().equals(Routes.parameter(request, "action")))
                .findFirst()
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
        id = Ids.of(Routes.parameter(request, "id"));
        type = String.valueOf(Routes.parameter(request, "type"));
        Viewer viewer = visitor.viewer();
        if (!request.getMethod().equals("POST")) {
            viewer.id();
            if (!viewer.isModeratorSomewhere()) throw notModerator();
        }
        if (action == ModerationAction.DISMISS) readFlag(viewer);
        else readPost(PostId.of(type, id), viewer);
    }

    private static ModerationProblem notModerator() {
        return new ModerationProblem(ModerationProblem.Reason.NOT_MODERATOR);
    }

    private void readFlag(Viewer viewer) {
        FlagView flag = queries.findFlag(viewer, id)
                .orElseThrow(() -> new ModerationProblem(ModerationProblem.Reason.UNKNOWN_FLAG));
        readPost(flag.post(), viewer);
        back = "/moderation";
    }

    private void readPost(PostId post, Viewer viewer) {
        switch (post.type()) {
            case QUESTION -> readQuestion(post.id(), viewer);
            case ANSWER -> readAnswer(post.id(), viewer);
            case COMMENT -> readComment(post.id(), viewer);
        }
    }

    private void readComment(long commentId, Viewer viewer) {
        CommentView comment =
                comments.find(commentId, viewer).orElseThrow(() -> new CommentProblem(CommentProblem.Reason.UNKNOWN));
        readThread(comment.questionId(), viewer);
        html = comment.bodyHtml();
        language = comment.language();
        back = "/comments/" + commentId;
    }

    private void readQuestion(long questionId, Viewer viewer) {
        QuestionView question = readThread(questionId, viewer);
        html = question.bodyHtml();
        language = question.item().language();
        category = question.item().category().slug();
        back = question.item().url();
    }

    /** The thread that is decided about; whether the decision that was sent may be made is for the use case to say. */
    private QuestionView readThread(long questionId, Viewer viewer) {
        QuestionView question = questions
                .find(questionId, viewer)
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
        if (!request.getMethod().equals("POST") && !question.mayModerate()) throw notModerator();
        title = question.item().title();
        return question;
    }

    private void readAnswer(long answerId, Viewer viewer) {
        AnswerView answer = questions
                .findAnswer(answerId, viewer)
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN_ANSWER));
        readThread(answer.questionId(), viewer);
        html = answer.bodyHtml();
        language = answer.language();
        back = "/answers/" + answerId;
    }

    public void decide() {
        form.send(() -> {
            Viewer moderator = visitor.viewer();
            if (!moderator.isMember()) moderator.id();
            PostId post = action == ModerationAction.DISMISS ? PostId.question(id) : PostId.of(type, id);
            switch (action) {
                case HIDE -> moderations.hide(post, reason, moderator);
                case RESTORE -> moderations.restore(post, reason, moderator);
                case LOCK -> moderations.lock(id, reason, moderator);
                case UNLOCK -> moderations.unlock(id, reason, moderator);
                case MOVE -> moderations.move(id, category, reason, moderator);
                case DISMISS -> moderations.dismiss(id, reason, moderator);
            }
            Flash.say(request, words.of("moderation." + action.label() + ".done"), getDraft());
            return action == ModerationAction.HIDE || isGone(moderator) ? "/moderation" : back;
        });
    }

    /** What is hidden goes out of sight of whoever moves it into a category that is not theirs. */
    private boolean isGone(Viewer moderator) {
        return action == ModerationAction.MOVE && questions.find(id, moderator).isEmpty();
    }

    /** Whether they decide in some categories alone. */
    public boolean isAway() {
        return isMove() && !visitor.viewer().isModerator();
    }

    public String getAction() {
        return action.label();
    }

    public String getDraft() {
        return "moderation-" + action.label() + "-" + type + "-" + id;
    }

    public boolean isMove() {
        return action == ModerationAction.MOVE;
    }

    public boolean isGrave() {
        return action == ModerationAction.HIDE || action == ModerationAction.LOCK;
    }

    public String getTitle() {
        return title;
    }

    public String getHtml() {
        return html;
    }

    public String getLanguage() {
        return language;
    }

    public String getBack() {
        return back;
    }

    public List<CategoryView> getCategories() {
        return categories.list();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }
}
