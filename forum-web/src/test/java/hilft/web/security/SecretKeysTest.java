package hilft.web.security;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One secret, a key of its own for each purpose. */
class SecretKeysTest {

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER =
            Base64.getEncoder().encodeToString("another secret of enough bytes, 40 of it".getBytes(UTF_8));

    @Test
    void aKeyIsTheSameEveryTimeAndAnotherForAnotherPurposeOrSecret() {
        byte[] key = SecretKeys.derive(SECRET, "x-token");
        assertThat(key).hasSize(32).isEqualTo(SecretKeys.derive(SECRET + "\n", "x-token"));
        assertThat(SecretKeys.derive(SECRET, "invitation-link")).isNotEqualTo(key);
        assertThat(SecretKeys.derive(OTHER, "x-token")).isNotEqualTo(key);
    }

    /** Computed with another implementation; if it changes, everything encrypted so far is lost. */
    @Test
    void theKeyOfARelease() {
        assertThat(HexFormat.of().formatHex(SecretKeys.derive(SECRET, "x-token")))
                .isEqualTo("a541fce5c6e343d5ed6a4e19964d42ee3d2a83c15e6c373ffa5a35dea4f69a0c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "c2hvcnQ=", "not base64 at all, but of quite some length, more than 32", ""})
    void aWeakSecretIsRefused(String secret) {
        assertThatThrownBy(() -> SecretKeys.derive(secret, "x-token")).hasMessageContaining("hilft.secret-key");
    }
}
