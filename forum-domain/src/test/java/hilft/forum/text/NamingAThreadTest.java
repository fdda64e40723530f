package hilft.forum.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamingAThreadTest {
    @Test
    void germanLettersAreSpelledOut() {
        assertThat(Slug.of("Größere Störung: Was tun für Übergänge?"))
                .isEqualTo("groessere-stoerung-was-tun-fuer-uebergaenge");
    }

    @Test
    void accentsAreDropped() {
        assertThat(Slug.of("Café à la carte u\u0308ber")).isEqualTo("cafe-a-la-carte-ueber");
    }

    @Test
    void longTitlesEndBetweenWords() {
        assertThat(Slug.of("wort ".repeat(40))).hasSizeLessThanOrEqualTo(80).endsWith("wort");
        assertThat(Slug.of("x".repeat(200))).hasSize(80);
    }

    @Test
    void somethingIsAlwaysLeft() {
        assertThat(Slug.of("???")).isEqualTo("frage");
        assertThat(Slug.of("你好")).isEqualTo("frage");
        assertThat(Slug.of("-")).isEqualTo("frage");
    }
}
