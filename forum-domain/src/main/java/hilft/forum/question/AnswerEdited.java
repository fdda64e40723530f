package hilft.forum.question;

import java.time.Instant;

/** An answer's text was changed. */
public record AnswerEdited(long answerId, long questionId, long answererId, long editorId, Instant at) {}
