package hilft.forum.question;

import java.time.Instant;

/** The asker withdrew a solution; {@code acceptanceId} is the fact that ended. */
public record AnswerUnaccepted(
        long acceptanceId, long questionId, long answerId, long askerId, long answererId, Instant at) {}
