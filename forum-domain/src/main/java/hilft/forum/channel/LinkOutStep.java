package hilft.forum.channel;

import hilft.forum.member.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of a link-out's history; without {@code by} the forum itself did it. */
public record LinkOutStep(
        Instant at,
        @Nullable Author by,
        LinkOutAction action,
        @Nullable LinkOutFailure failure,
        @Nullable String note) {}
