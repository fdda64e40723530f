package hilft.forum.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tokens of a connection, encrypted by whoever stores them; without {@code refresh} they end at {@code expiresAt}. */
public record ChannelTokens(String access, @Nullable String refresh, Instant expiresAt) {

    /** Even encrypted they are nobody's reading. */
    @Override
    public String toString() {
        return "tokens until " + expiresAt;
    }
}
