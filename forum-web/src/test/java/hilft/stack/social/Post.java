package hilft.stack.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody posted, as it was typed; nobody sees it before {@code visibleFrom}. */
record Post(
        String id,
        String authorId,
        String text,
        Instant createdAt,
        Instant visibleFrom,
        @Nullable String inReplyTo) {}
