package hilft.forum.moderation;

import hilft.forum.question.PostId;
import java.time.Instant;

/** A moderator hid a post. */
public record PostHidden(PostId post, long questionId, long authorId, long moderatorId, Instant at) {}
