package hilft.forum.attachment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The name of a picture is safe in an address and a header, whatever the file was called. */
class NamingAPictureTest {

    @ParameterizedTest
    @CsvSource({
        "Mein Router (Rückseite).JPG, mein-router-rueckseite",
        "C:\\Users\\Krause\\Bild.png, bild",
        "../../../etc/passwd, passwd",
        "screenshot.2026.11.26.png, screenshot-2026-11-26",
        "'a\"; filename=evil.html', a-filename-evil",
        "'.png', png",
        "'...', bild",
        "'', bild"
    })
    void itIsReadable(String file, String name) {
        assertThat(AttachmentRules.name(file)).isEqualTo(name);
    }

    @Test
    void withoutAFileNameItHasOneOfOurs() {
        assertThat(AttachmentRules.name(null)).isEqualTo("bild");
        assertThat(AttachmentRules.name("x".repeat(500))).hasSize(AttachmentRules.NAME_MAX);
    }

    @Test
    void itsAddressesTellItsId() {
        assertThat(AttachmentRules.id("/attachments/42/a.png")).hasValue(42L);
        assertThat(AttachmentRules.id("/attachments/42/full/a.png")).hasValue(42L);
        assertThat(AttachmentRules.id("/attachments/42/thumbnail/a.png")).hasValue(42L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/attachments/42",
                "/attachments/x/a.png",
                "/attachments/42/../../a.png",
                "/attachments/9999999999999999999/a.png",
                "https://example.org/attachments/42/a.png",
                "/attachments/42/a.png?x=1"
            })
    void nothingElseDoes(String address) {
        assertThat(AttachmentRules.id(address)).isEmpty();
    }
}
