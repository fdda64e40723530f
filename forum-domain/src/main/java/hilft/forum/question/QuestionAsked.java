package hilft.forum.question;

import java.time.Instant;

/** A question was asked. */
public record QuestionAsked(long questionId, long askerId, Instant at) {}
