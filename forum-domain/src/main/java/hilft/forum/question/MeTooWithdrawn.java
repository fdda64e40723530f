package hilft.forum.question;

import java.time.Instant;

/** A member no longer says that they have the same problem. */
public record MeTooWithdrawn(long questionId, long memberId, Instant at) {}
