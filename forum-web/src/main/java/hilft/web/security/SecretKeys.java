package hilft.web.security;

import hilft.web.job.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The keys of the forum, one for each purpose, all drawn from the one secret an operator keeps. */
@ApplicationScoped
public class SecretKeys {

    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST = 32;
    private static final byte[] SALT = "hilft".getBytes(UTF_8);

    /**
     * 32 bytes for this purpose alone (HKDF with SHA-256, RFC 5869); the same for the same secret, whichever node asks.
     * Empty while {@code hilft.secret-key} is not set.
     *
     * @throws IllegalStateException if the secret is no base64 of at least 32 bytes
     */
    public Optional<byte[]> derive(String purpose) {
        return Secrets.find("hilft.secret-key").filter(text -> !text.isBlank()).map(text -> derive(text, purpose));
    }

    static byte[] derive(String secret, String purpose) {
        byte[] info = (purpose + "\u0001").getBytes(UTF_8);
        return hmac(hmac(SALT, decode(secret)), info);
    }

    private static byte[] decode(String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException noBase64) {
            bytes = new byte[0];
        }
        if (bytes.length < SHORTEST) {
            throw new IllegalStateException("hilft.secret-key is no base64 of at least " + SHORTEST + " bytes");
        }
        return bytes;
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
