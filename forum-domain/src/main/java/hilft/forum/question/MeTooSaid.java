package hilft.forum.question;

import java.time.Instant;

/** A member has the same problem. */
public record MeTooSaid(long questionId, long memberId, Instant at) {}
