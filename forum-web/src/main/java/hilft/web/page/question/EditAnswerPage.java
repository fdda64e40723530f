package hilft.web.page.question;

import hilft.forum.question.AnswerView;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.Questions;
import hilft.forum.revision.RevisionQueries;
import hilft.forum.text.Input;
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
import org.jspecify.annotations.Nullable;

/** Changing an answer, against the version that was opened. */
@Named
@RequestScoped
public class EditAnswerPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    QuestionQueries queries;

    @Inject
    RevisionQueries revisions;

    @Inject
    Questions questions;

    @Inject
    Typed form;

    @Inject
    Words words;

    private @Nullable AnswerView current;
    private String body = "";
    private @Nullable Comparison conflict;
    private String reason = "";
    private String draft = "";
    private long version;

    @PostConstruct
    void read() {
        AnswerView answer = find();
        boolean sent = request.getMethod().equals("POST");
        if (!sent && !visitor.viewer().isMember()) visitor.viewer().id();
        if (!sent && !answer.mayEdit()) throw new QuestionProblem(QuestionProblem.Reason.NOT_AUTHOR);
        current = answer;
        version = answer.version();
        body = answer.body();
        draft = "edit-answer-" + answer.id();
        Restored.number(request).ifPresent(number -> restore(answer, number));
    }

    private void restore(AnswerView answer, int number) {
        revisions.find(answer.questionId(), answer.id(), number).ifPresent(old -> {
            body = old.body();
            reason = words.of("revision.restored", number);
            draft = "edit-answer-" + answer.id() + "-revision-" + number;
        });
    }

    private AnswerView find() {
        return queries.findAnswer(Ids.of(Routes.parameter(request, "id")), visitor.viewer())
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN_ANSWER));
    }

    public @Nullable AnswerView getCurrent() {
        return current;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    /** What saving would change, where somebody else has saved in the meantime. */
    public @Nullable Comparison getConflict() {
        return conflict;
    }

    public boolean isOwn() {
        return current != null && visitor.viewer().is(current.author().id());
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getDraft() {
        return draft;
    }

    public void save() {
        long id = Ids.of(Routes.parameter(request, "id"));
        form.send(() -> {
            questions.editAnswer(id, body, reason, version, visitor.viewer());
            Flash.say(request, words.of("question.edit.saved"), draft);
            return "/answers/" + id;
        });
        if (form.isStale()) {
            AnswerView now = find();
            current = now;
            version = now.version();
            conflict = Comparison.of(now.body(), Input.text(body));
        }
    }
}
