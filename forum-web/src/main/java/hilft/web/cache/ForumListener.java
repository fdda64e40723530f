package hilft.web.cache;

import hilft.forum.category.CategoriesChanged;
import hilft.forum.member.MemberChanged;
import hilft.forum.member.MemberDeleted;
import hilft.forum.member.MemberDisabled;
import hilft.forum.moderation.PostHidden;
import hilft.forum.moderation.PostRestored;
import hilft.forum.question.AnswerAccepted;
import hilft.forum.question.AnswerEdited;
import hilft.forum.question.AnswerUnaccepted;
import hilft.forum.question.AnswerWritten;
import hilft.forum.question.QuestionAsked;
import hilft.forum.question.QuestionChanged;
import hilft.forum.question.QuestionEdited;
import hilft.forum.vote.VoteCast;
import hilft.forum.vote.VoteWithdrawn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

/** Counts what has changed, once it is committed. */
@ApplicationScoped
public class ForumListener {

    @Inject
    Changes changes;

    void on(@Observes(during = AFTER_SUCCESS) QuestionAsked event) {
        thread(event.questionId());
    }

    void on(@Observes(during = AFTER_SUCCESS) QuestionEdited event) {
        thread(event.questionId());
    }

    void on(@Observes(during = AFTER_SUCCESS) QuestionChanged event) {
        thread(event.questionId());
    }

    void on(@Observes(during = AFTER_SUCCESS) AnswerWritten event) {
        thread(event.questionId());
    }

    void on(@Observes(during = AFTER_SUCCESS) AnswerEdited event) {
        thread(event.questionId());
    }

    void on(@Observes(during = AFTER_SUCCESS) AnswerAccepted event) {
        thread(event.questionId());
    }

    void on(@Observes(during = AFTER_SUCCESS) AnswerUnaccepted event) {
        thread(event.questionId());
    }

    void on(@Observes(during = AFTER_SUCCESS) VoteCast event) {
        thread(event.questionId());
    }

    void on(@Observes(during = AFTER_SUCCESS) VoteWithdrawn event) {
        thread(event.questionId());
    }

    /** A list may be a second old, but it shows nothing hidden for a moment. */
    void on(@Observes(during = AFTER_SUCCESS) PostHidden event) {
        changes.count(Changes.SITE);
    }

    void on(@Observes(during = AFTER_SUCCESS) PostRestored event) {
        changes.count(Changes.SITE);
    }

    void on(@Observes(during = AFTER_SUCCESS) MemberChanged event) {
        changes.count(Changes.SITE);
    }

    void on(@Observes(during = AFTER_SUCCESS) MemberDisabled event) {
        changes.count(Changes.SITE);
    }

    void on(@Observes(during = AFTER_SUCCESS) MemberDeleted event) {
        changes.count(Changes.SITE);
    }

    void on(@Observes(during = AFTER_SUCCESS) CategoriesChanged event) {
        changes.count(Changes.SITE);
    }

    private void thread(long questionId) {
        changes.count(Changes.thread(questionId));
        changes.count(Changes.LISTS);
    }
}
