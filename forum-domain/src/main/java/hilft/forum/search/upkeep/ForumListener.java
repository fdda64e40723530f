package hilft.forum.search.upkeep;

import hilft.forum.moderation.PostHidden;
import hilft.forum.moderation.PostRestored;
import hilft.forum.question.AnswerAccepted;
import hilft.forum.question.AnswerEdited;
import hilft.forum.question.AnswerUnaccepted;
import hilft.forum.question.AnswerWritten;
import hilft.forum.question.QuestionAsked;
import hilft.forum.question.QuestionChanged;
import hilft.forum.question.QuestionEdited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

/**
 * Notes which threads change. Members and categories are in the index by their ids alone, so that renaming, disabling or
 * deleting one changes no thread there; votes are not in it at all.
 */
@ApplicationScoped
public class ForumListener {

    @Inject
    ThreadChanges changes;

    @Inject
    Upkeep upkeep;

    @Inject
    Event<Noted> noted;

    void on(@Observes QuestionAsked event) {
        note(event.questionId());
    }

    void on(@Observes QuestionEdited event) {
        note(event.questionId());
    }

    void on(@Observes QuestionChanged event) {
        note(event.questionId());
    }

    void on(@Observes AnswerWritten event) {
        note(event.questionId());
    }

    void on(@Observes AnswerEdited event) {
        note(event.questionId());
    }

    void on(@Observes AnswerAccepted event) {
        note(event.questionId());
    }

    void on(@Observes AnswerUnaccepted event) {
        note(event.questionId());
    }

    void on(@Observes PostHidden event) {
        note(event.questionId());
    }

    void on(@Observes PostRestored event) {
        note(event.questionId());
    }

    private void note(long questionId) {
        changes.note(questionId);
        noted.fire(new Noted(questionId));
    }

    void wake(@Observes(during = AFTER_SUCCESS) Noted committed) {
        upkeep.wake();
    }

    record Noted(long questionId) {}
}
