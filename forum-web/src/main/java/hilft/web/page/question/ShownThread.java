package hilft.web.page.question;

import hilft.forum.question.FollowReason;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionView;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a thread shows around the posts.
 *
 * @param listed how many answers stand below the solution on this page
 */
public record ShownThread(
        QuestionItem item,
        boolean firstPage,
        int listed,
        boolean open,
        boolean maySayMeToo,
        @Nullable FollowReason following) {

    static ShownThread of(QuestionView question, boolean firstPage, int listed) {
        return new ShownThread(
                question.item(),
                firstPage,
                listed,
                question.mayAnswer() || !question.item().locked(),
                question.maySayMeToo(),
                question.marks().following());
    }

    public boolean subscribed() {
        return following != null;
    }

    public boolean listing() {
        return listed > 0;
    }

    public String answersKey() {
        return item.solved() ? "question.answers.more" : "question.answers.count";
    }

    /** How many answers there are beside the solution, or on the page if the count lags behind. */
    public int answersCount() {
        return Math.max(item.solved() ? item.answerCount() - 1 : item.answerCount(), listed);
    }

    // what else is equal for equal ids is for equals to tell; the texts need not be gone through
    @Override
    public int hashCode() {
        return Long.hashCode(item.id());
    }
}
