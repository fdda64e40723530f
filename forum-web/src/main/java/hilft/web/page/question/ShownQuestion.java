package hilft.web.page.question;

import hilft.forum.question.PostId;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionView;
import hilft.web.page.comment.ShownComments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that the question's own post shows of itself to one reader; readers to whom it looks the same share it. */
public record ShownQuestion(
        QuestionItem item,
        String bodyHtml,
        @Nullable Instant editedAt,
        long points,
        int vote,
        boolean open,
        boolean meToo,
        boolean offersMeToo,
        boolean mayAnswer,
        boolean keepable,
        boolean kept,
        boolean folded,
        boolean mayEdit,
        boolean mayDelete,
        boolean mayFlag,
        boolean flagged,
        boolean mayModerate,
        ShownComments comments) {

    static ShownQuestion of(
            QuestionView question, long points, boolean flagged, ShownComments comments, Reader reader) {
        QuestionItem item = question.item();
        return new ShownQuestion(
                item,
                question.bodyHtml(),
                question.editedAt(),
                points,
                question.viewerVote(),
                question.mayVote() || reader.mayLogInTo(item),
                question.marks().meToo(),
                question.maySayMeToo() || !reader.signedIn(),
                question.mayAnswer(),
                reader.signedIn() && !item.hidden(),
                question.marks().kept(PostId.question(item.id())),
                question.marks().blocked(item.author()),
                question.mayEdit(),
                question.mayDelete(),
                !flagged && !reader.is(item.author()),
                flagged,
                question.mayModerate(),
                comments);
    }

    // what else is equal for equal ids is for equals to tell; the texts need not be gone through
    @Override
    public int hashCode() {
        return Long.hashCode(item.id());
    }
}
