package hilft.web.page.question;

import hilft.forum.member.Author;
import hilft.forum.question.QuestionItem;
import org.jspecify.annotations.Nullable;

/** What a thread's page knows of whoever reads it beside what the thread itself says. */
record Reader(@Nullable Long memberId, boolean mayLinkOut) {

    boolean signedIn() {
        return memberId != null;
    }

    boolean is(Author author) {
        return memberId != null && memberId == author.id();
    }

    /** To whoever is not signed in the buttons are offered all the same, and lead to the login. */
    boolean mayLogInTo(QuestionItem question) {
        return !signedIn() && !question.locked();
    }
}
