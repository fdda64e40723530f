package hilft.web.page.question;

import hilft.forum.member.Author;
import hilft.forum.question.AnswerView;
import hilft.forum.question.QuestionItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a thread's page knows of whoever reads it, and when, beside what the thread itself says.
 *
 * @param readUntil what was written later is new to them; null for whoever reads the thread for the first time
 * @param oldSolutions before this moment a solution needs to be confirmed
 */
record Reader(
        @Nullable Long memberId,
        boolean mayLinkOut,
        Instant oldSolutions,
        @Nullable Instant readUntil) {

    boolean signedIn() {
        return memberId != null;
    }

    boolean isNewTo(AnswerView answer) {
        return readUntil != null && answer.writtenAt().isAfter(readUntil) && !is(answer.author());
    }

    boolean is(Author author) {
        return memberId != null && memberId == author.id();
    }

    /** To whoever is not signed in the buttons are offered all the same, and lead to the login. */
    boolean mayLogInTo(QuestionItem question) {
        return !signedIn() && !question.locked();
    }
}
