package hilft.forum.question;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question of a list with its whole text. */
public record QuestionPost(
        QuestionItem item, String bodyHtml, @Nullable Instant editedAt) {}
