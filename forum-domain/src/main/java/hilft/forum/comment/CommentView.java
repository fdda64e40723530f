package hilft.forum.comment;

import hilft.forum.member.Author;
import hilft.forum.question.PostId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A comment as one viewer sees it. */
public record CommentView(
        long id,
        PostId post,
        long questionId,
        String language,
        String body,
        String bodyHtml,
        Author author,
        Instant writtenAt,
        @Nullable Instant editedAt,
        boolean hidden,
        long version,
        boolean mayEdit) {}
