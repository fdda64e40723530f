package hilft.web.channel.x;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Encrypts what is kept in the database (AES-256-GCM, a random nonce each time). The purpose is authenticated with it,
 * so that one column's value cannot stand in another.
 */
final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    String close(String purpose, String secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] text = run(Cipher.ENCRYPT_MODE, purpose, nonce, secret.getBytes(UTF_8), 0);
        byte[] sealed = new byte[NONCE + text.length];
        System.arraycopy(nonce, 0, sealed, 0, NONCE);
        System.arraycopy(text, 0, sealed, NONCE, text.length);
        return Base64.getEncoder().encodeToString(sealed);
    }

    /** @throws IllegalStateException if it was sealed with another key or for another purpose, or was changed */
    String open(String purpose, String sealed) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(sealed);
        } catch (IllegalArgumentException changed) {
            throw new IllegalStateException("a sealed value is no base64", changed);
        }
        if (bytes.length < NONCE) {
            throw new IllegalStateException("a sealed value is too short");
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(bytes, 0, nonce, 0, NONCE);
        return new String(run(Cipher.DECRYPT_MODE, purpose, nonce, bytes, NONCE), UTF_8);
    }

    private byte[] run(int mode, String purpose, byte[] nonce, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(UTF_8));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("a sealed value cannot be read or made", refused);
        }
    }
}
