package hilft.forum.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GuessingTheLanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mein Router startet alle zehn Minuten neu, was kann ich tun? | de
                    Kein Internet seit gestern | de
                    Roaming in der Schweiz zu teuer | de
                    My router keeps restarting, what can I do? | en
                    How do I activate the eSIM on my new phone? | en
                    Internet is down since yesterday | en
                    Störung DSL | de
                    DSL 6000 RAM | de
                    """)
    void littleWordsTell(String text, String language) {
        assertThat(Languages.guess(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"DSL 6000, en", "12345, en"})
    void withoutHintTheFallbackIsTaken(String text, String language) {
        assertThat(Languages.guess(text, "en")).isEqualTo(language);
    }
}
