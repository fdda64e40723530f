package hilft.web.faces;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the first words of Accept-Language say by themselves. */
class WishingALanguageTest {

    @Test
    void whatStandsFirstIsWantedMost() {
        assertThat(Language.first("de-DE,de;q=0.9,en;q=0.8")).contains(Locale.GERMAN);
        assertThat(Language.first("en")).contains(Locale.ENGLISH);
        assertThat(Language.first("en-US")).contains(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "en;q=0.5,de", "fr,de", "deu", "den,de", "*", "EN-us", "-de", ",de"})
    void whatMustBeWeighedIsReadInFull(String wishes) {
        assertThat(Language.first(wishes)).isEmpty();
    }
}
