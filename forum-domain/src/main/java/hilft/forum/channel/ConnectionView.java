package hilft.forum.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A channel's connection as it is now; {@code generation} counts its tokens, {@code problem} says why it was lost. */
public record ConnectionView(
        ConnectionState state,
        @Nullable String account,
        @Nullable String handle,
        @Nullable Long connectedBy,
        @Nullable Instant connectedAt,
        @Nullable String problem,
        long generation,
        @Nullable ChannelTokens tokens) {}
