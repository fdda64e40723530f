package hilft.forum.revision;

import hilft.forum.member.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision as readers see it.
 *
 * @param number 1 for what was written first, and on without a gap
 * @param reason why it was edited, perhaps empty
 * @param before the text of the revision before, null for the first one
 */
public record RevisionView(
        int number,
        Author editor,
        Instant madeAt,
        String reason,
        RevisedText text,
        @Nullable RevisedText before) {}
