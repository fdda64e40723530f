package hilft.forum.similar;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody may have meant. */
class ReadingMistypedWordsTest {

    private static final Gloss GLOSS = Gloss.builtIn();
    private static final Map<String, Integer> ENGLISH =
            Map.of("how", 1, "cancel", 2, "my", 3, "contract", 4, "contrast", 5, "delivery", 6);
    private final Spelling spelling = new Spelling(GLOSS, ENGLISH);

    @Test
    void aSlipIsPutRight() {
        assertThat(spelling.readings("Vertarg kündigen ", "de", List.of())).containsExactly("vertrag kündigen ");
        assertThat(spelling.readings("How cancel my delivry? ", "en", List.of()))
                .containsExactly("How cancel my delivery? ");
    }

    @Test
    void wordsOfThreadsAreBelievedFirst() {
        assertThat(spelling.readings("zephyros kaputt ", "de", List.of("Zephyrus lädt nicht")))
                .containsExactly("zephyrus kaputt ");
    }

    @Test
    void knownWordsAndNamesStay() {
        assertThat(spelling.doubts("Vertrag kündigen ", "de")).isFalse();
        assertThat(spelling.readings("Gandalf kündigen ", "de", List.of("Vertrag")))
                .containsExactly("Gandalf kündigen ");
    }

    @Test
    void aWordThatIsBeingTypedIsCompleted() {
        assertThat(spelling.readings("Wie kündige ich meinen Handyver", "de", List.of("Handyvertrag verlängern")))
                .first()
                .isEqualTo("Wie kündige ich meinen handyvertrag");
        assertThat(spelling.readings("cancel my contr", "en", List.of()))
                .containsExactly("cancel my contract", "cancel my contrast");
    }

    @Test
    void aWordAfterWhichABlankWasTypedIsNot() {
        assertThat(spelling.readings("cancel my contr ", "en", List.of())).containsExactly("cancel my contr ");
    }

    @Test
    void aFirstLetterIsCompletedByThreadsAlone() {
        assertThat(spelling.readings("cancel all my c", "en", List.of("all contracts")))
                .containsExactly("cancel all my contracts");
        assertThat(spelling.readings("cancel my c", "en", List.of())).containsExactly("cancel my c");
        assertThat(spelling.readings("", "en", List.of())).containsExactly("");
    }
}
