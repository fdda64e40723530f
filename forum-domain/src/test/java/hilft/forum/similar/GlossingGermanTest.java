package hilft.forum.similar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an English model is told of a German text. */
class GlossingGermanTest {

    private static final Gloss GLOSS = Gloss.builtIn();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wie kündige ich meinen Vertrag?       | how cancel i my contract?",
                "kuendigen                              | cancel",
                "kundigen                               | cancel",
                "Rechnungen                             | bills",
                "Verträge                               | contract",
                "gekauft                                | buy",
                "angemeldet                             | log in",
                "Ich melde mich an.                     | i log in me.",
                "Vertragsverlängerungsangebot           | contract renewal offer",
                "WLAN-Passwort                          | wifi password",
                "geht nicht mehr                        | no longer works",
                "Kündigungsbestätigung fehlt            | cancellation confirmation is missing",
                "Liberalität                            | liberality",
                "Speedy Gonzales                        | speedy gonzales",
                "''                                     | ''",
                "😋 !                                    | !"
            })
    void saysItInEnglish(String german, String english) {
        assertThat(GLOSS.english(german)).isEqualTo(english);
    }

    @Test
    void namesStayAndAreNotKnown() {
        assertThat(GLOSS.knows("kunde")).isTrue();
        assertThat(GLOSS.knows("kundenkontonummer")).isTrue();
        assertThat(GLOSS.knows("xyzzyq")).isFalse();
    }

    @Test
    void aTextOfManyThousandLettersWithoutABlankIsNoBurden() {
        assertThat(GLOSS.english("vertrag".repeat(10_000))).isNotEmpty();
    }

    @Test
    void debiansWordsAddToThoseThatCome(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("de-en");
        Files.writeString(file, """
                # Version :: of a test
                Aalreuse {f}; Aalkorb {m} | Aalreusen {pl} :: eel trap; weel [archaic] | eel traps; weels
                zwirbeln {vt} | zwirbelnd | gezwirbelt :: to twirl; to twist (of sth.) | twirling | twirled
                A line without its other side
                Zwirbeldraht {m} [techn.] :: twisted wire; to twist
                """);
        Gloss gloss = Gloss.with(file);
        assertThat(gloss.hasLargeList()).isTrue();
        assertThat(gloss.english("Aalreusen gezwirbelt, Vertrag")).isEqualTo("eel traps twirled, contract");
        assertThat(gloss.english("zwirbeln")).isEqualTo("twist");
        assertThat(gloss.fingerprint()).isNotEqualTo(GLOSS.fingerprint());
    }

    @Test
    void withoutThatFileTheForumGoesOn(@TempDir Path folder) {
        assertThat(Gloss.with(folder.resolve("none")).hasLargeList()).isFalse();
    }
}
