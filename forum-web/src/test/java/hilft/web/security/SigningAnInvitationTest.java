package hilft.web.security;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class SigningAnInvitationTest {

    private final SignedLinks links = links("a");

    @Test
    void whatWasSignedIsReadBack() {
        String link = links.sign(Long.MAX_VALUE / 10, 42).orElseThrow();
        assertThat(link).hasSizeLessThan(100).matches("[A-Za-z0-9._-]+");
        assertThat(links.verify(link)).contains(new SignedLinks.Signed(Long.MAX_VALUE / 10, 42));
    }

    @Test
    void anotherMemberOrInvitationBreaksTheSignature() {
        String link = links.sign(7, 42).orElseThrow();
        assertThat(links.verify(link.replace("7.42.", "7.43."))).isEmpty();
        assertThat(links.verify(link.replace("7.42.", "8.42."))).isEmpty();
        assertThat(links.verify(link.replace("7.42.", "07.42."))).isEmpty();
        char last = link.charAt(link.length() - 1);
        assertThat(links.verify(link.substring(0, link.length() - 1) + (last == 'A' ? 'E' : 'A')))
                .isEmpty();
    }

    @Test
    void anotherForumsSignatureIsNone() {
        assertThat(links.verify(links("b").sign(7, 42).orElseThrow())).isEmpty();
    }

    @Test
    void withoutAKeyNothingIsSignedAndNothingVerified() {
        SignedLinks none = new SignedLinks();
        none.keys = new SecretKeys() {
            @Override
            public Optional<byte[]> derive(String purpose) {
                return Optional.empty();
            }
        };
        assertThat(none.sign(7, 42)).isEmpty();
        assertThat(none.verify(links.sign(7, 42).orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "7.42",
                "7.42.",
                "-7.42.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "99999999999999999999.42.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "7.42.<script>alert(1)</script>AAAAAAAAAAAAAAAAAA",
                "7.42.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
            })
    void nonsenseIsNoLink(String nonsense) {
        assertThat(links.verify(nonsense)).isEmpty();
        assertThat(links.verify(null)).isEmpty();
    }

    private static SignedLinks links(String secret) {
        SignedLinks links = new SignedLinks();
        links.keys = new SecretKeys() {
            @Override
            public Optional<byte[]> derive(String purpose) {
                return Optional.of(
                        (purpose + secret + "x".repeat(32)).substring(0, 32).getBytes(UTF_8));
            }
        };
        return links;
    }
}
