package hilft.forum.comment;

import hilft.forum.question.PostId;
import java.time.Instant;

/** Somebody commented a post. */
public record CommentWritten(
        long commentId, PostId post, long questionId, long postAuthorId, long authorId, Instant at) {}
