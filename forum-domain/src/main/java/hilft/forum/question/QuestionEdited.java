package hilft.forum.question;

import java.time.Instant;

/** A question's text was changed. */
public record QuestionEdited(long questionId, long askerId, long editorId, Instant at) {}
