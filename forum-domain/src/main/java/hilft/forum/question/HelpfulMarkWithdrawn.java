package hilft.forum.question;

import java.time.Instant;

/** The asker no longer calls an answer helpful; {@code markId} is the fact that ended. */
public record HelpfulMarkWithdrawn(
        long markId, long questionId, long answerId, long askerId, long answererId, Instant at) {}
