package hilft.forum.comment;

import java.time.Instant;

/** A comment's text was changed. */
public record CommentEdited(long commentId, long questionId, long authorId, Instant at) {}
