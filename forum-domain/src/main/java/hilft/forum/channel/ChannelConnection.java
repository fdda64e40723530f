package hilft.forum.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.EnumType.STRING;

/**
 * The one account a channel posts with. Connected by an administrator; its tokens are renewed again and again, each
 * renewal a new generation; lost when the network takes the permission back; disconnected when an administrator does.
 * Tokens come here encrypted and leave so.
 */
@Entity
@Table(name = "channel_connection")
public class ChannelConnection {

    @Id
    @Enumerated(STRING)
    private ChannelName channel;

    @Enumerated(STRING)
    private ConnectionState state;

    private @Nullable String account;
    private @Nullable String handle;

    @Column(name = "access_token")
    private @Nullable String accessToken;

    @Column(name = "refresh_token")
    private @Nullable String refreshToken;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    private long generation;

    @Column(name = "connected_by")
    private @Nullable Long connectedBy;

    @Column(name = "connected_at")
    private @Nullable Instant connectedAt;

    private @Nullable String problem;

    @SuppressWarnings("NullAway.Init")
    protected ChannelConnection() {}

    void connect(long adminId, String newAccount, String newHandle, ChannelTokens tokens, Instant now) {
        state = ConnectionState.CONNECTED;
        account = newAccount;
        handle = newHandle;
        connectedBy = adminId;
        connectedAt = now;
        problem = null;
        renew(tokens);
    }

    void renew(ChannelTokens tokens) {
        accessToken = tokens.access();
        refreshToken = tokens.refresh();
        expiresAt = tokens.expiresAt();
        generation++;
    }

    void lose(String why) {
        state = ConnectionState.LOST;
        problem = why;
        forgetTokens();
    }

    void disconnect() {
        state = ConnectionState.DISCONNECTED;
        account = null;
        handle = null;
        connectedBy = null;
        connectedAt = null;
        problem = null;
        forgetTokens();
    }

    private void forgetTokens() {
        accessToken = null;
        refreshToken = null;
        expiresAt = null;
        generation++;
    }

    boolean is(long otherGeneration) {
        return state == ConnectionState.CONNECTED && generation == otherGeneration;
    }

    ConnectionView view() {
        ChannelTokens tokens = accessToken == null || expiresAt == null
                ? null
                : new ChannelTokens(accessToken, refreshToken, expiresAt);
        return new ConnectionView(state, account, handle, connectedBy, connectedAt, problem, generation, tokens);
    }
}
