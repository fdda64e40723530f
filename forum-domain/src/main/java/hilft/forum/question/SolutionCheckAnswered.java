package hilft.forum.question;

import java.time.Instant;

/** A member who was asked whether a solution still works has said so. */
public record SolutionCheckAnswered(long questionId, long answerId, long memberId, boolean works, Instant at) {}
