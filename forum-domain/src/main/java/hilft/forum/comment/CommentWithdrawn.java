package hilft.forum.comment;

import java.time.Instant;

/** An author took a comment back. */
public record CommentWithdrawn(long commentId, long questionId, Instant at) {}
