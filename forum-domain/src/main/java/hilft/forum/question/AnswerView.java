package hilft.forum.question;

import hilft.forum.member.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer as one viewer sees it.
 *
 * @param helpful whether the asker found it helpful; what solved the problem is called the solution instead
 * @param validAt as of when the solution is known to work; null for what solves nothing
 * @param works how many of those who were asked say that the solution still works
 * @param broken how many of them say that it does not
 * @param asked whether the viewer was asked and has not answered yet
 * @param viewerVote 1, −1 or 0
 */
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
        boolean helpful,
        @Nullable Instant validAt,
        int works,
        int broken,
        int commentCount,
        boolean accepted,
        boolean hidden,
        long version,
        int viewerVote,
        boolean flagged,
        boolean mayEdit,
        boolean mayVote,
        boolean mayAccept,
        boolean mayCallHelpful,
        boolean mayConfirm,
        boolean asked) {}
