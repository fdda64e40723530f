package hilft.web.faces;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortraitTest {

    @Test
    void initialsComeFromTheFirstAndTheLastWord() {
        assertThat(Portrait.initials("Maximiliane von Hohenstein-Schwarzenberg"))
                .isEqualTo("MS");
        assertThat(Portrait.initials("ulla")).isEqualTo("UL");
        assertThat(Portrait.initials("ß")).isEqualTo("SS");
    }

    @Test
    void aSignOfTwoCharactersIsNotTornApart() {
        assertThat(Portrait.initials("😀 Petra")).isEqualTo("😀P");
    }

    @Test
    void theColourBelongsToTheHandle() {
        assertThat(Portrait.hue("ulla")).isEqualTo(Portrait.hue("ULLA")).isBetween(0, 11);
    }
}
