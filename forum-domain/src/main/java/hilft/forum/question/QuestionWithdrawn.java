package hilft.forum.question;

import java.time.Instant;

/** An asker took a question back. */
public record QuestionWithdrawn(long questionId, Instant at) {}
