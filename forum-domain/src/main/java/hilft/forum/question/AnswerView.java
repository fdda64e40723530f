package hilft.forum.question;

import hilft.forum.member.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer as one viewer sees it; {@code viewerVote} is 1, −1 or 0. */
public record AnswerView(
        long id,
        long questionId,
        String language,
        String body,
        String bodyHtml,
        Author author,
        Instant writtenAt,
        @Nullable Instant editedAt,
        int score,
        boolean official,
        int commentCount,
        boolean accepted,
        boolean hidden,
        long version,
        int viewerVote,
        boolean flagged,
        boolean mayEdit,
        boolean mayVote,
        boolean mayAccept) {}
