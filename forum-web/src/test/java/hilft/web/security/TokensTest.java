package hilft.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import hilft.forum.member.Role;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokensTest {

    private static final String ISSUER = "https://login.example.org/realms/hilft";
    private static RSAKey keycloaks;
    private static RSAKey strangers;

    private final Tokens tokens = new Tokens();

    @BeforeAll
    static void keys() throws JOSEException {
        keycloaks = new RSAKeyGenerator(2048).keyID("k1").generate();
        strangers = new RSAKeyGenerator(2048).keyID("k1").generate();
    }

    @BeforeEach
    void trustKeycloak() {
        LoginSettings settings = new LoginSettings();
        settings.baseUrl = "https://hilft.example.org";
        settings.keycloakUrl = "https://login.example.org";
        settings.internalUrl = Optional.empty();
        settings.realm = "hilft";
        settings.clientId = "hilft-forum";
        tokens.settings = settings;
        tokens.configure(new ImmutableJWKSet<>(new JWKSet(keycloaks.toPublicJWK())));
    }

    @Test
    void anAccessTokenTellsWhoAndWhat() {
        VerifiedToken token = tokens.access(signed(claims())).orElseThrow();

        assertThat(token.subject()).isEqualTo("7c2f");
        assertThat(token.displayName()).isEqualTo("Jörg Müller");
        assertThat(token.email()).isEqualTo("joerg@example.org");
        assertThat(token.emailVerified()).isTrue();
        assertThat(token.session()).isEqualTo("s1");
        assertThat(token.roles()).containsExactlyInAnyOrder(Role.CUSTOMER, Role.STAFF);
    }

    @Test
    void aForgedTokenIsNone() {
        assertThat(tokens.access(signed(claims(), strangers))).isEmpty();
    }

    @Test
    void aTokenWithoutSignatureIsNone() {
        assertThat(tokens.access(new PlainJWT(claims().build()).serialize())).isEmpty();
    }

    @Test
    void thePublicKeyIsNoSecret() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims().build());
        token.sign(new MACSigner(keycloaks.toRSAPublicKey().getEncoded()));

        assertThat(tokens.access(token.serialize())).isEmpty();
    }

    @Test
    void anExpiredTokenIsNone() {
        assertThat(tokens.access(signed(claims().expirationTime(inSeconds(-60)))))
                .isEmpty();
    }

    @Test
    void aTokenWithoutEndIsNone() {
        assertThat(tokens.access(signed(claims().expirationTime(null)))).isEmpty();
    }

    @Test
    void aTokenForSomebodyElseIsNone() {
        assertThat(tokens.access(signed(claims().audience("account")))).isEmpty();
        assertThat(tokens.access(signed(claims().audience((String) null)))).isEmpty();
    }

    @Test
    void aTokenOfAnotherRealmIsNone() {
        assertThat(tokens.access(signed(claims().issuer("https://login.example.org/realms/other"))))
                .isEmpty();
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        assertThat(tokens.access(signed(claims().claim("typ", "ID")))).isEmpty();
        assertThat(tokens.access(signed(claims().claim("typ", null)))).isEmpty();
    }

    @Test
    void noiseIsNone() {
        assertThat(tokens.access("")).isEmpty();
        assertThat(tokens.access("a.b.c")).isEmpty();
        assertThat(tokens.access("x".repeat(10_000))).isEmpty();
    }

    @Test
    void aLogoutTokenNamesTheSession() {
        assertThat(tokens.endedSession(signed(logout()))).contains("s1");
    }

    @Test
    void anAccessTokenEndsNoSession() {
        assertThat(tokens.endedSession(signed(claims().audience("hilft-forum"))))
                .isEmpty();
        assertThat(tokens.endedSession(signed(logout().claim("nonce", "n")))).isEmpty();
        assertThat(tokens.endedSession(signed(logout().audience("other")))).isEmpty();
        assertThat(tokens.endedSession(signed(logout(), strangers))).isEmpty();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("hilft-api")
                .subject("7c2f")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(new Date())
                .expirationTime(inSeconds(300))
                .claim("typ", "Bearer")
                .claim("sid", "s1")
                .claim("name", "Jörg Müller")
                .claim("email", "joerg@example.org")
                .claim("email_verified", true)
                .claim("groups", List.of("customer", "staff", "offline_access"));
    }

    private static JWTClaimsSet.Builder logout() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("hilft-forum")
                .issueTime(new Date())
                .expirationTime(inSeconds(120))
                .claim("sid", "s1")
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    private static Date inSeconds(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, keycloaks);
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID("k1")
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
