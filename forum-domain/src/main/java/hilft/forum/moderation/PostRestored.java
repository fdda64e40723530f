package hilft.forum.moderation;

import hilft.forum.question.PostId;
import java.time.Instant;

/** A moderator showed a hidden post again. */
public record PostRestored(PostId post, long questionId, long authorId, long moderatorId, Instant at) {}
