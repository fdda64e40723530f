package hilft.web.channel.x;

import java.util.Base64;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is kept encrypted comes back only with the same key, for the same purpose, unchanged. */
class SealTest {

    private final Seal seal = new Seal(key(1));

    @Test
    void aSecretComesBack() {
        String sealed = seal.close("a", "Geheimnis ä 😀");
        assertThat(sealed).doesNotContain("Geheimnis");
        assertThat(seal.open("a", sealed)).isEqualTo("Geheimnis ä 😀");
        assertThat(seal.close("a", "Geheimnis ä 😀")).isNotEqualTo(sealed);
    }

    @Test
    void anotherKeyOrPurposeOpensNothing() {
        String sealed = seal.close("a", "Geheimnis");
        assertThatThrownBy(() -> new Seal(key(2)).open("a", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open("b", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyChangedByteIsSeen() {
        byte[] sealed = Base64.getDecoder().decode(seal.close("a", "Geheimnis"));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> seal.open("a", text)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> seal.open("a", "kurz")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open("a", "kein Base64!")).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return key;
    }
}
