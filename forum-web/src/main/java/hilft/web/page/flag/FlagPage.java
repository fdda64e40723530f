package hilft.web.page.flag;

import hilft.forum.comment.CommentProblem;
import hilft.forum.comment.CommentQueries;
import hilft.forum.moderation.FlagReason;
import hilft.forum.moderation.Flags;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
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
import org.jspecify.annotations.Nullable;

/** Reporting a post to the moderators. */
@Named
@RequestScoped
public class FlagPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    QuestionQueries questions;

    @Inject
    CommentQueries comments;

    @Inject
    Flags flags;

    @Inject
    Typed form;

    @Inject
    Words words;

    private @Nullable PostId post;
    private String html = "";
    private String language = "";
    private String back = "/";
    private String reason = "";
    private String note = "";

    @PostConstruct
    void read() {
        long id = Ids.of(Routes.parameter(request, "id"));
        if (!request.getMethod().equals("POST")) visitor.viewer().id();
        String type = Routes.parameter(request, "type");
        if (PostType.QUESTION.label().equals(type)) readQuestion(id);
        else if (PostType.COMMENT.label().equals(type)) readComment(id);
        else readAnswer(id);
    }

    private void readQuestion(long id) {
        var question = questions
                .find(id, visitor.viewer())
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
        post = PostId.question(id);
        html = question.bodyHtml();
        language = question.item().language();
        back = question.item().url();
    }

    private void readAnswer(long id) {
        var answer = questions
                .findAnswer(id, visitor.viewer())
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN_ANSWER));
        post = PostId.answer(id);
        html = answer.bodyHtml();
        language = answer.language();
        back = "/answers/" + id;
    }

    private void readComment(long id) {
        var comment = comments.find(id, visitor.viewer())
                .orElseThrow(() -> new CommentProblem(CommentProblem.Reason.UNKNOWN));
        post = PostId.comment(id);
        html = comment.bodyHtml();
        language = comment.language();
        back = "/comments/" + id;
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

    public List<String> getReasons() {
        return Stream.of(FlagReason.values()).map(FlagReason::label).toList();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public void flag() {
        PostId flagged = post;
        if (flagged == null) return;
        String chosen = Routes.parameter(request, "reason");
        reason = chosen == null ? "" : chosen;
        form.send(() -> {
            flags.flag(flagged, reason, note, visitor.viewer().id());
            Flash.say(request, words.of("flag.done"), "flag-" + flagged.type().label() + "-" + flagged.id());
            return back;
        });
    }
}
