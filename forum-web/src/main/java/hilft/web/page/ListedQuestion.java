package hilft.web.page;

import hilft.forum.question.QuestionItem;

/**
 * A row of a list as one reader sees it.
 *
 * @param fresh whether others have written something since they were last here that they have not read
 * @param folded whether they have blocked who asked
 */
public record ListedQuestion(QuestionItem item, boolean fresh, boolean folded) {

    // what else is equal for equal ids is for equals to tell; the texts need not be gone through
    @Override
    public int hashCode() {
        return Long.hashCode(item.id());
    }
}
