package hilft.forum.question;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question as its own page shows it to one viewer: with what they did and may do. */
public record QuestionView(
        QuestionItem item,
        String body,
        String bodyHtml,
        @Nullable Instant editedAt,
        @Nullable Long acceptedAnswerId,
        @Nullable Instant acceptedAt,
        long version,
        int commentCount,
        Marks marks,
        boolean mayAnswer,
        boolean mayEdit,
        boolean mayVote,
        boolean mayAccept,
        boolean maySayMeToo,
        boolean mayDelete,
        boolean mayModerate) {

    public long id() {
        return item.id();
    }

    /** The viewer's own vote: 1, −1 or 0. */
    public int viewerVote() {
        return marks.vote(PostId.question(item.id()));
    }
}
