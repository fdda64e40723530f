package hilft.forum.question;

import java.time.Instant;

/** A question got an answer. */
public record AnswerWritten(long answerId, long questionId, long askerId, long answererId, Instant at) {}
