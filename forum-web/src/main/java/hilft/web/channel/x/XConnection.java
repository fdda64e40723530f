package hilft.web.channel.x;

import hilft.forum.channel.ChannelConnections;
import hilft.forum.channel.ChannelName;
import hilft.forum.channel.ConnectionProblem;
import hilft.forum.channel.ConnectionProblem.Reason;
import hilft.forum.channel.ConnectionView;
import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.web.channel.x.XConnectionState.Status;
import hilft.web.security.Pkce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Connects the account the forum posts with: OAuth 2.0 with authorization code and PKCE. Callers let only administrators
 * in.
 */
@ApplicationScoped
public class XConnection {

    private static final Logger LOG = Logger.getLogger(XConnection.class.getName());
    private static final ChannelName CHANNEL = ChannelName.X;
    private static final String VERIFIER = "x-verifier";
    private static final String SCOPE = "tweet.read tweet.write users.read offline.access";

    @Inject
    XSettings settings;

    @Inject
    XTokens tokens;

    @Inject
    XOAuth oauth;

    @Inject
    XHttp http;

    @Inject
    ChannelConnections connections;

    @Inject
    MemberQueries members;

    public XConnectionState state() {
        if (!settings.isOn()) {
            return XConnectionState.none(Status.OFF);
        }
        if (tokens.seal().isEmpty()) {
            return XConnectionState.none(Status.KEY_MISSING);
        }
        ConnectionView connection = connections.get(CHANNEL);
        return switch (connection.state()) {
            case DISCONNECTED -> XConnectionState.none(Status.DISCONNECTED);
            case LOST -> state(connection, Status.LOST, connection.problem());
            case CONNECTED ->
                connection.tokens() != null && tokens.areReadable(connection.tokens())
                        ? state(connection, Status.CONNECTED, null)
                        : state(connection, Status.LOST, XTokens.KEY_CHANGED);
        };
    }

    private XConnectionState state(ConnectionView connection, Status status, @Nullable String problem) {
        Long by = connection.connectedBy();
        Author author = by == null ? null : members.authors(List.of(by)).get(by);
        return new XConnectionState(
                status, connection.handle(), connection.account(), author, connection.connectedAt(), problem);
    }

    /** The page at X to send the administrator to; they have ten minutes. */
    public URI begin(long adminId) {
        Seal seal = usable();
        String state = Pkce.verifier();
        String verifier = Pkce.verifier();
        connections.begin(CHANNEL, adminId, state, seal.close(VERIFIER, verifier));
        return UriBuilder.fromUri(settings.authorizeUrl())
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{callback}")
                .queryParam("scope", "{scope}")
                .queryParam("state", state)
                .queryParam("code_challenge", Pkce.challenge(verifier))
                .queryParam("code_challenge_method", "S256")
                .build(settings.clientId(), settings.callbackUrl(), SCOPE);
    }

    /** Takes over what X sent the administrator back with. A state works once, in time, for whoever began. */
    public void finish(long adminId, String state, String code) {
        Seal seal = usable();
        String verifier = connections
                .end(CHANNEL, adminId, state)
                .map(kept -> open(seal, kept))
                .orElseThrow(() -> new ConnectionProblem(Reason.STATE_UNKNOWN));
        try {
            XGrant grant = oauth.exchange(code, verifier);
            JsonObject account = account(grant);
            String id = XReply.text(account, "id")
                    .filter(text -> text.matches("[0-9]{1,19}"))
                    .orElseThrow(() -> new ConnectionProblem(Reason.REFUSED));
            String handle = XReply.text(account, "username")
                    .filter(text -> text.matches("\\w{1,50}"))
                    .orElse(id);
            connections.connect(CHANNEL, adminId, id, handle, tokens.seal(grant, seal));
            LOG.info(() -> "member " + adminId + " connected X as account " + id);
        } catch (XOAuth.Refused refused) {
            LOG.warning(() -> "X refused to connect: " + refused.error());
            throw new ConnectionProblem(Reason.REFUSED);
        } catch (IOException down) {
            throw new ConnectionProblem(Reason.UNREACHABLE);
        }
    }

    private JsonObject account(XGrant grant) throws IOException {
        XReply reply = http.send(XHttp.request(settings.api("/2/users/me"))
                .header("Authorization", "Bearer " + grant.access())
                .GET()
                .build());
        if (!reply.isSuccess()) {
            LOG.warning(() -> "X does not say which account it connected: " + reply.note());
            throw new ConnectionProblem(reply.status() >= 500 ? Reason.UNREACHABLE : Reason.REFUSED);
        }
        return XReply.object(reply.json(), "data");
    }

    /** Forgets the account here first, then tells X; what is queued fails and can be tried again later. */
    public void disconnect(long adminId) {
        ConnectionView connection = connections.get(CHANNEL);
        Set<String> revoked = connection.tokens() == null ? Set.of() : tokens.inClear(connection.tokens());
        connections.disconnect(CHANNEL);
        LOG.info(() -> "member " + adminId + " disconnected X");
        if (settings.isOn()) {
            revoked.forEach(this::revoke);
        }
    }

    private void revoke(String token) {
        try {
            oauth.revoke(token);
        } catch (IOException down) {
            LOG.log(Level.WARNING, "X could not be told that a token is no longer used: {0}", down.getMessage());
        }
    }

    private Seal usable() {
        if (!settings.isOn()) {
            throw new ConnectionProblem(Reason.OFF);
        }
        return tokens.seal().orElseThrow(() -> new ConnectionProblem(Reason.KEY_MISSING));
    }

    private static String open(Seal seal, String sealed) {
        try {
            return seal.open(VERIFIER, sealed);
        } catch (IllegalStateException otherKey) {
            throw new ConnectionProblem(Reason.STATE_UNKNOWN);
        }
    }
}
