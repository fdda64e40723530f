package hilft.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Checks what Keycloak has signed: access tokens of API clients and its word that a session has ended. */
@ApplicationScoped
class Tokens {

    static final String AUDIENCE = "hilft-api";
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int SKEW_SECONDS = 10;
    private static final int LARGEST_KEY_SET = 100_000;
    private static final Set<JOSEObjectType> LOGOUT_TYPES =
            Set.of(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT);

    @Inject
    LoginSettings settings;

    private DefaultJWTProcessor<SecurityContext> accessTokens = new DefaultJWTProcessor<>();
    private DefaultJWTProcessor<SecurityContext> logoutTokens = new DefaultJWTProcessor<>();

    /** Keycloak's keys cannot be had now, so nothing can be said about the token. */
    static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable(Throwable cause) {
            super(cause);
        }
    }

    @PostConstruct
    void configure() {
        configure(keys());
    }

    void configure(JWKSource<SecurityContext> keys) {
        JWSVerificationKeySelector<SecurityContext> selector =
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys);

        accessTokens = new DefaultJWTProcessor<>();
        accessTokens.setJWSKeySelector(selector);
        accessTokens.setJWTClaimsSetVerifier(
                verifier(AUDIENCE, issuedClaims().claim("typ", "Bearer").build(), Set.of("sub", "exp", "iat")));

        logoutTokens = new DefaultJWTProcessor<>();
        logoutTokens.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(LOGOUT_TYPES));
        logoutTokens.setJWSKeySelector(selector);
        logoutTokens.setJWTClaimsSetVerifier(
                verifier(settings.getClientId(), issuedClaims().build(), Set.of("iat", "events", "sid")));
    }

    private JWTClaimsSet.Builder issuedClaims() {
        return new JWTClaimsSet.Builder().issuer(settings.getIssuer());
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> verifier(
            String audience, JWTClaimsSet exact, Set<String> required) {
        // the verifier asks its sets for null, which the immutable ones refuse
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(
                new HashSet<>(Set.of(audience)), exact, new HashSet<>(required), new HashSet<>());
        verifier.setMaxClockSkew(SKEW_SECONDS);
        return verifier;
    }

    private JWKSource<SecurityContext> keys() {
        try {
            return JWKSourceBuilder.create(
                            URI.create(settings.getJwksUri()).toURL(),
                            new DefaultResourceRetriever(2_000, 5_000, LARGEST_KEY_SET))
                    .retrying(true)
                    .outageTolerant(TimeUnit.HOURS.toMillis(4))
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("hilft.keycloak.url is no URL", e);
        }
    }

    /** What the access token says, or nothing if it is forged, expired, for somebody else or no access token. */
    Optional<VerifiedToken> access(String token) {
        return claims(accessTokens, token).map(claims -> VerifiedToken.of(claims.getClaims()));
    }

    /** The Keycloak session that a logout token ends, or nothing if the token is not what it should be. */
    Optional<String> endedSession(String token) {
        return claims(logoutTokens, token)
                .filter(claims -> claims.getClaim("nonce") == null)
                .filter(claims ->
                        claims.getClaim("events") instanceof Map<?, ?> events && events.containsKey(LOGOUT_EVENT))
                .map(claims -> String.valueOf(claims.getClaim("sid")));
    }

    private static Optional<JWTClaimsSet> claims(DefaultJWTProcessor<SecurityContext> processor, String token) {
        try {
            return Optional.of(processor.process(token, noContext()));
        } catch (KeySourceException e) {
            throw new Unavailable(e);
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("NullAway") // the processor takes no context for an answer, but is not annotated
    private static SecurityContext noContext() {
        @Nullable SecurityContext none = null;
        return none;
    }
}
