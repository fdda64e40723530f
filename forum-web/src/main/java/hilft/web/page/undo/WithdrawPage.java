package hilft.web.page.undo;

import hilft.forum.comment.CommentProblem;
import hilft.forum.comment.CommentQueries;
import hilft.forum.comment.CommentView;
import hilft.forum.member.Viewer;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionView;
import hilft.web.faces.Routes;
import hilft.web.page.Ids;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Asks once more before a question or a comment of one's own goes with what others wrote below it. */
@Named
@RequestScoped
public class WithdrawPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    QuestionQueries questions;

    @Inject
    CommentQueries comments;

    private String type = "";
    private long id;
    private String title = "";
    private String html = "";
    private String language = "";
    private String back = "/";
    private boolean open;

    @PostConstruct
    void read() {
        PostId post =
                PostId.of(String.valueOf(Routes.parameter(request, "type")), Ids.of(Routes.parameter(request, "id")));
        Viewer author = visitor.viewer();
        if (!author.isMember()) author.id();
        type = post.type().label();
        id = post.id();
        switch (post.type()) {
            case QUESTION -> readQuestion(author);
            case COMMENT -> readComment(author);
            case ANSWER -> throw new QuestionProblem(QuestionProblem.Reason.UNKNOWN_ANSWER);
        }
    }

    private void readQuestion(Viewer author) {
        QuestionView question =
                questions.find(id, author).orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
        if (!author.is(question.item().author().id())) throw new QuestionProblem(QuestionProblem.Reason.NOT_ASKER);
        title = question.item().title();
        html = question.bodyHtml();
        language = question.item().language();
        back = question.item().url();
        open = question.mayDelete();
    }

    private void readComment(Viewer author) {
        CommentView comment =
                comments.find(id, author).orElseThrow(() -> new CommentProblem(CommentProblem.Reason.UNKNOWN));
        if (!author.is(comment.author().id())) throw new CommentProblem(CommentProblem.Reason.NOT_AUTHOR);
        html = comment.bodyHtml();
        language = comment.language();
        back = "/comments/" + id;
        open = comment.mayEdit();
    }

    /** The end of the keys of what is said. */
    public String getType() {
        return type;
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

    /** Whether it may go: a question has no answer yet, and its thread is open. */
    public boolean isOpen() {
        return open;
    }

    public String getAction() {
        return "/forms/undo/" + type + "/" + id;
    }
}
