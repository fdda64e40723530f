package hilft.web.cache;

import hilft.forum.category.CategoriesChanged;
import hilft.forum.category.CategoryQueries;
import hilft.forum.change.ChangeNotes;
import hilft.forum.comment.CommentEdited;
import hilft.forum.comment.CommentWithdrawn;
import hilft.forum.comment.CommentWritten;
import hilft.forum.member.MemberChanged;
import hilft.forum.member.MemberDeleted;
import hilft.forum.member.MemberDisabled;
import hilft.forum.moderation.PostHidden;
import hilft.forum.moderation.PostRestored;
import hilft.forum.question.AnswerAccepted;
import hilft.forum.question.AnswerEdited;
import hilft.forum.question.AnswerFoundHelpful;
import hilft.forum.question.AnswerUnaccepted;
import hilft.forum.question.AnswerWritten;
import hilft.forum.question.HelpfulMarkWithdrawn;
import hilft.forum.question.QuestionAsked;
import hilft.forum.question.QuestionChanged;
import hilft.forum.question.QuestionEdited;
import hilft.forum.tag.TagQueries;
import hilft.forum.tag.TagsChanged;
import hilft.forum.vote.VoteCast;
import hilft.forum.vote.VoteWithdrawn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

/** Counts what has changed once it is committed, here at once and within about a second on other nodes. */
@ApplicationScoped
public class ForumListener {

    @Inject
    Changes changes;

    @Inject
    ChangeNotes notes;

    @Inject
    CategoryQueries categories;

    @Inject
    TagQueries tags;

    @Inject
    Event<Noted> committed;

    void on(@Observes QuestionAsked event) {
        tell(event.questionId());
    }

    void on(@Observes QuestionEdited event) {
        tell(event.questionId());
    }

    void on(@Observes QuestionChanged event) {
        tell(event.questionId());
    }

    void on(@Observes AnswerWritten event) {
        tell(event.questionId());
    }

    void on(@Observes AnswerEdited event) {
        tell(event.questionId());
    }

    void on(@Observes CommentWritten event) {
        tell(event.questionId());
    }

    void on(@Observes CommentEdited event) {
        tell(event.questionId());
    }

    void on(@Observes CommentWithdrawn event) {
        tell(event.questionId());
    }

    void on(@Observes AnswerAccepted event) {
        tell(event.questionId());
    }

    void on(@Observes AnswerUnaccepted event) {
        tell(event.questionId());
    }

    void on(@Observes AnswerFoundHelpful event) {
        tell(event.questionId());
    }

    void on(@Observes HelpfulMarkWithdrawn event) {
        tell(event.questionId());
    }

    void on(@Observes VoteCast event) {
        tell(event.questionId());
    }

    void on(@Observes VoteWithdrawn event) {
        tell(event.questionId());
    }

    /** A list may be a second old, but it shows nothing hidden for a moment. */
    void on(@Observes PostHidden event) {
        tell(Changes.EVERYTHING);
    }

    void on(@Observes PostRestored event) {
        tell(Changes.EVERYTHING);
    }

    void on(@Observes MemberChanged event) {
        tell(Changes.EVERYTHING);
    }

    void on(@Observes MemberDisabled event) {
        tell(Changes.EVERYTHING);
    }

    void on(@Observes MemberDeleted event) {
        tell(Changes.EVERYTHING);
    }

    void on(@Observes CategoriesChanged event) {
        tell(Changes.EVERYTHING);
    }

    void on(@Observes TagsChanged event) {
        tell(Changes.EVERYTHING);
    }

    private void tell(long subject) {
        notes.note(subject);
        committed.fire(new Noted(subject));
    }

    /** What is kept of categories and tags goes before a page is made again. */
    void count(@Observes(during = AFTER_SUCCESS) Noted noted) {
        if (noted.subject() == Changes.EVERYTHING) {
            categories.forget();
            tags.forget();
        }
        changes.count(noted.subject());
    }

    record Noted(long subject) {}
}
