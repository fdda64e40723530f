package hilft.forum.question;

import java.time.Instant;

/** Its author took an answer back just after writing it, before anybody reacted. */
public record AnswerWithdrawn(long answerId, long questionId, Instant at) {}
