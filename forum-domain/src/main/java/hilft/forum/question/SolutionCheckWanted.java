package hilft.forum.question;

import java.time.Instant;

/** A member with the same problem is asked whether an old solution still works. */
public record SolutionCheckWanted(long questionId, long answerId, long memberId, Instant at) {}
