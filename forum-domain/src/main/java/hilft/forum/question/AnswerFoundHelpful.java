package hilft.forum.question;

import java.time.Instant;

/** The asker found an answer beside the solution helpful; {@code markId} is the fact. */
public record AnswerFoundHelpful(
        long markId, long questionId, long answerId, long askerId, long answererId, Instant at) {}
