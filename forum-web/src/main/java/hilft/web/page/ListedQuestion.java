package hilft.web.page;

import hilft.forum.question.QuestionItem;

/** A row of a list as one reader sees it; {@code fresh} says that something has happened since they were last here. */
public record ListedQuestion(QuestionItem item, boolean fresh) {

    // what else is equal for equal ids is for equals to tell; the texts need not be gone through
    @Override
    public int hashCode() {
        return Long.hashCode(item.id());
    }
}
