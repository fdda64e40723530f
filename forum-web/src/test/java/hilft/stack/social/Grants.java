package hilft.stack.social;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may act for whom: OAuth 2 with authorization code and PKCE (RFC 6749, 7636). A refresh token works once and gives
 * a new one; used again it ends everything that came of it (RFC 9700, 4.14.2).
 */
final class Grants {
    static final Duration USUAL_LIFETIME = Duration.ofHours(2);

    private static final Duration CODE_LIFETIME = Duration.ofSeconds(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private Duration lifetime = USUAL_LIFETIME;

    Grants(Clock clock) {
        this.clock = clock;
    }

    /** What an account holder allowed; {@code family} ties all tokens together that came of one consent. */
    record Consent(String family, String accountId, String clientId, Set<String> scopes) {}

    /** A code that waits to be exchanged. */
    private record Code(Consent consent, String redirectUri, String challenge, Instant expiresAt, boolean used) {}

    /** A token as it is kept; a used or revoked one is kept too, to be recognised. */
    record Token(String value, boolean refreshes, Consent consent, Instant expiresAt, boolean ended) {}

    /** What an exchange gives; without {@code offline.access} there is no refresh token. */
    record Issued(String access, @Nullable String refresh, Consent consent, Duration lifetime) {}

    /** The account holder pressed "Allow". */
    synchronized String allow(
            Account account, String clientId, Set<String> scopes, String redirectUri, String challenge) {
        var code = random();
        codes.put(
                code,
                new Code(
                        new Consent(random(), account.id(), clientId, Set.copyOf(scopes)),
                        redirectUri,
                        challenge,
                        clock.instant().plus(CODE_LIFETIME),
                        false));
        return code;
    }

    synchronized Issued exchange(String clientId, String value, String redirectUri, String verifier) {
        var code = codes.get(value);
        if (code == null || !code.consent().clientId().equals(clientId)) {
            throw badCode();
        }
        codes.put(value, new Code(code.consent(), code.redirectUri(), code.challenge(), code.expiresAt(), true));
        if (code.used()) {
            revoke(code.consent().family());
            throw badCode();
        }
        if (clock.instant().isAfter(code.expiresAt())) {
            throw badCode();
        }
        if (!code.redirectUri().equals(redirectUri)) {
            throw XProblem.oauth(
                    400,
                    "invalid_request",
                    "Value passed for the redirect uri did not match the uri of the" + " authorization code.");
        }
        if (!code.challenge().equals(challenge(verifier))) {
            throw XProblem.oauth(
                    400,
                    "invalid_request",
                    "Value passed for the code verifier did not match the code" + " challenge.");
        }
        return issue(code.consent());
    }

    private static XProblem badCode() {
        return XProblem.oauth(400, "invalid_request", "Value passed for the authorization code was invalid.");
    }

    synchronized Issued refresh(String clientId, String value) {
        var token = tokens.get(value);
        if (token == null || !token.refreshes() || !token.consent().clientId().equals(clientId)) {
            throw badToken();
        }
        if (token.ended()) {
            revoke(token.consent().family());
            throw badToken();
        }
        // the new access token replaces the old one at once
        revoke(token.consent().family());
        return issue(token.consent());
    }

    private static XProblem badToken() {
        return XProblem.oauth(400, "invalid_request", "Value passed for the token was invalid.");
    }

    private Issued issue(Consent consent) {
        var access = keep(false, consent, clock.instant().plus(lifetime));
        var refresh = consent.scopes().contains("offline.access")
                ? keep(true, consent, clock.instant().plus(Duration.ofDays(180)))
                : null;
        return new Issued(access, refresh, consent, lifetime);
    }

    private String keep(boolean refreshes, Consent consent, Instant expiresAt) {
        var value = random();
        tokens.put(value, new Token(value, refreshes, consent, expiresAt, false));
        return value;
    }

    /** For what an access token stands, if it is still good. */
    synchronized Optional<Consent> consent(String access) {
        return Optional.ofNullable(tokens.get(access))
                .filter(token ->
                        !token.refreshes() && !token.ended() && clock.instant().isBefore(token.expiresAt()))
                .map(Token::consent);
    }

    /** Ends everything that came of the token's consent; an unknown token is nothing to complain about (RFC 7009). */
    synchronized void revokeToken(String value) {
        var token = tokens.get(value);
        if (token != null) {
            revoke(token.consent().family());
        }
    }

    private void revoke(String family) {
        tokens.replaceAll((value, token) -> token.consent().family().equals(family) ? end(token) : token);
    }

    /** Ends every token, as when the account holder takes the permission back. */
    synchronized void revokeAll() {
        tokens.replaceAll((value, token) -> end(token));
    }

    /** Ends the access tokens alone, as two hours do. */
    synchronized void expireAccess() {
        tokens.replaceAll((value, token) -> token.refreshes() ? token : end(token));
    }

    private static Token end(Token token) {
        return new Token(token.value(), token.refreshes(), token.consent(), token.expiresAt(), true);
    }

    synchronized Duration lifetime() {
        return lifetime;
    }

    /** For how long the access tokens are good that are given out from now on. */
    synchronized void live(Duration wanted) {
        lifetime = wanted;
    }

    synchronized List<Token> tokens() {
        return new ArrayList<>(tokens.values());
    }

    synchronized void restore(List<Token> earlier) {
        earlier.forEach(token -> tokens.put(token.value(), token));
    }

    static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
