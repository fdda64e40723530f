package hilft.web.page.question;

import hilft.forum.draft.DraftPlace;
import hilft.forum.draft.DraftText;
import hilft.forum.draft.DraftView;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
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
import hilft.web.page.draft.OpenDraft;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
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
    OpenDraft draft;

    @Inject
    Typed form;

    @Inject
    Words words;

    private @Nullable AnswerView current;
    private String body = "";
    private @Nullable Comparison conflict;
    private String reason = "";
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
        DraftPlace place = DraftPlace.changeOf(PostId.answer(answer.id()));
        Optional<Integer> number = Restored.number(request);
        number.ifPresent(one -> restore(answer, one));
        draft.askedOr(number.map(place::from).orElse(place)).ifPresent(this::goOnWith);
    }

    /** Against the version it began with: what somebody else has saved since then is a conflict, not overwritten. */
    private void goOnWith(DraftView found) {
        body = found.text().body();
        reason = found.text().reason();
        version = Objects.requireNonNullElse(found.text().base(), version);
    }

    private void restore(AnswerView answer, int number) {
        revisions.find(answer.questionId(), answer.id(), number).ifPresent(old -> {
            body = old.body();
            reason = words.of("revision.restored", number);
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

    public void save() {
        long id = Ids.of(Routes.parameter(request, "id"));
        form.send(() -> {
            questions.editAnswer(id, body, reason, version, visitor.viewer());
            draft.discard();
            Flash.say(request, words.of("question.edit.saved"), draft.getName());
            return "/answers/" + id;
        });
        if (form.isStale()) {
            AnswerView now = find();
            current = now;
            version = now.version();
            conflict = Comparison.of(now.body(), Input.text(body));
        }
    }

    /** The place of its draft; asked of the page, which has read it by then. */
    public String getDraft() {
        return draft.getName();
    }

    public void saveDraft() {
        form.send(() -> {
            String address = draft.save(DraftText.change(body, reason, version));
            Flash.say(request, words.of("draft.saved"));
            return address;
        });
    }
}
