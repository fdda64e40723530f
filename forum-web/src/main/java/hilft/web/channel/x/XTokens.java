package hilft.web.channel.x;

import hilft.forum.channel.ChannelConnections;
import hilft.forum.channel.ChannelName;
import hilft.forum.channel.ChannelTokens;
import hilft.forum.channel.ConnectionState;
import hilft.forum.channel.ConnectionView;
import hilft.web.security.SecretKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/**
 * The account's tokens. Refresh tokens work once: only one node at a time renews them, and the newest are committed
 * before they are used.
 */
@ApplicationScoped
class XTokens {

    static final String EXPIRED = "expired";
    static final String KEY_CHANGED = "key_changed";

    private static final Logger LOG = Logger.getLogger(XTokens.class.getName());
    private static final ChannelName CHANNEL = ChannelName.X;
    private static final String ACCESS = "x-access-token";
    private static final String REFRESH = "x-refresh-token";

    /** A token that ends sooner may end on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    /** X calls an old refresh token an invalid request. */
    private static final Set<String> LOSSES = Set.of("invalid_grant", "invalid_request", "access_denied");

    /** X's own time, not the forum's, which tests may move: tokens end by it. */
    private final Clock clock = Clock.systemUTC();

    @Inject
    ChannelConnections connections;

    @Inject
    SecretKeys keys;

    @Inject
    XOAuth oauth;

    /** A way to seal, while {@code hilft.secret-key} is set and fit. */
    Optional<Seal> seal() {
        try {
            return keys.derive("x-token").map(Seal::new);
        } catch (IllegalStateException unfit) {
            LOG.severe(unfit.getMessage());
            return Optional.empty();
        }
    }

    boolean areReadable(ChannelTokens tokens) {
        try {
            return seal().map(seal -> seal.open(ACCESS, tokens.access())).isPresent();
        } catch (IllegalStateException otherKey) {
            return false;
        }
    }

    ChannelTokens seal(XGrant grant, Seal seal) {
        return new ChannelTokens(
                seal.close(ACCESS, grant.access()),
                grant.refresh() == null ? null : seal.close(REFRESH, grant.refresh()),
                clock.instant().plus(grant.lifetime()));
    }

    /** A token that works for a minute at least, renewed first if need be. */
    XAccess access() throws NoAccess {
        ConnectionView connection = connections.get(CHANNEL);
        ChannelTokens tokens = tokens(connection);
        return clock.instant().plus(MARGIN).isBefore(tokens.expiresAt())
                ? open(connection, tokens)
                : renew(connection, tokens);
    }

    /** Another token than this one, which X has refused. */
    XAccess accessAfter(XAccess refused) throws NoAccess {
        ConnectionView connection = connections.get(CHANNEL);
        ChannelTokens tokens = tokens(connection);
        return connection.generation() == refused.generation() ? renew(connection, tokens) : open(connection, tokens);
    }

    private XAccess renew(ConnectionView connection, ChannelTokens tokens) throws NoAccess {
        Seal seal = seal().orElseThrow(() -> NoAccess.lost(KEY_CHANGED));
        if (tokens.refresh() == null) {
            throw lose(connection.generation(), EXPIRED);
        }
        String refresh = open(seal, REFRESH, tokens.refresh());
        if (!connections.claimRefresh(CHANNEL, connection.generation())) {
            throw NoAccess.forNow("the token is being renewed");
        }
        // Another node may have renewed it between the reading and the claim; then the claim failed by its generation.
        XGrant grant = ask(connection.generation(), refresh);
        ChannelTokens renewed = seal(grant.orOld(refresh), seal);
        if (!connections.renew(CHANNEL, connection.generation(), renewed)) {
            throw NoAccess.forNow("the connection has changed");
        }
        return new XAccess(grant.access(), connection.generation() + 1);
    }

    private XGrant ask(long generation, String refresh) throws NoAccess {
        try {
            return oauth.renew(refresh);
        } catch (XOAuth.Refused refused) {
            connections.endRefresh(CHANNEL);
            throw LOSSES.contains(refused.error()) ? lose(generation, refused.error()) : NoAccess.lost(refused.error());
        } catch (NotSent | NoReply down) {
            connections.endRefresh(CHANNEL);
            throw NoAccess.forNow(down.getMessage());
        }
    }

    /** X no longer takes what we have; an administrator has to connect again. */
    NoAccess lose(long generation, String problem) {
        if (connections.lose(CHANNEL, generation, problem)) {
            LOG.warning(() -> "X takes the forum's permission no longer (" + problem + "): connect again");
        }
        return NoAccess.lost(problem);
    }

    /** Both tokens in clear, to revoke them; none where they cannot be read. */
    Set<String> inClear(ChannelTokens tokens) {
        Set<String> clear = new LinkedHashSet<>();
        seal().ifPresent(seal -> {
            try {
                if (tokens.refresh() != null) {
                    clear.add(seal.open(REFRESH, tokens.refresh()));
                }
                clear.add(seal.open(ACCESS, tokens.access()));
            } catch (IllegalStateException otherKey) {
                LOG.warning("tokens of another key are forgotten without being revoked");
            }
        });
        return clear;
    }

    private static ChannelTokens tokens(ConnectionView connection) throws NoAccess {
        ChannelTokens tokens = connection.tokens();
        if (connection.state() != ConnectionState.CONNECTED || tokens == null) {
            throw NoAccess.lost(connection.problem());
        }
        return tokens;
    }

    private XAccess open(ConnectionView connection, ChannelTokens tokens) throws NoAccess {
        Seal seal = seal().orElseThrow(() -> NoAccess.lost(KEY_CHANGED));
        return new XAccess(open(seal, ACCESS, tokens.access()), connection.generation());
    }

    private static String open(Seal seal, String purpose, String sealed) throws NoAccess {
        try {
            return seal.open(purpose, sealed);
        } catch (IllegalStateException otherKey) {
            throw NoAccess.lost(KEY_CHANGED);
        }
    }

    Instant now() {
        return clock.instant();
    }
}
