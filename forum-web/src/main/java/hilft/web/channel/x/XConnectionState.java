package hilft.web.channel.x;

import hilft.forum.member.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the forum stands with X. {@code handle} is without @; {@code problem} says why the connection was lost:
 * {@code unauthorized}, {@code forbidden}, {@code expired}, {@code key_changed} or an error code of OAuth such as
 * {@code invalid_grant}.
 */
public record XConnectionState(
        Status status,
        @Nullable String handle,
        @Nullable String userId,
        @Nullable Author connectedBy,
        @Nullable Instant connectedAt,
        @Nullable String problem) {

    /** {@code OFF} without {@code hilft.x.client-id}, {@code KEY_MISSING} without a fit {@code hilft.secret-key}. */
    public enum Status {
        OFF,
        KEY_MISSING,
        DISCONNECTED,
        CONNECTED,
        LOST
    }

    static XConnectionState none(Status status) {
        return new XConnectionState(status, null, null, null, null, null);
    }
}
