package hilft.forum.question;

import java.time.Instant;

/** The asker took an answer as the solution; {@code acceptanceId} is the fact. */
public record AnswerAccepted(
        long acceptanceId, long questionId, long answerId, long askerId, long answererId, Instant at) {}
