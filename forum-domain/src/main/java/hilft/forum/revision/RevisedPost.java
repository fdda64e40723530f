package hilft.forum.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The post that is edited.
 *
 * @param answerId null for the question itself
 * @param reactedAt when somebody last relied on its text (answered, commented), or null if nobody has
 */
public record RevisedPost(
        long questionId,
        @Nullable Long answerId,
        long authorId,
        Instant writtenAt,
        @Nullable Instant reactedAt) {}
