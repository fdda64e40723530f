package hilft.forum.similar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pieces that BERT's own tokenizer makes, by the vocabulary that comes with the models. */
class CuttingWordsIntoPiecesTest {

    private static final WordPiece PIECES = read();

    private static WordPiece read() {
        try (InputStream in = Objects.requireNonNull(
                CuttingWordsIntoPiecesTest.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json"))) {
            return WordPiece.read(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "Hello, world!  | 101 7592 1010 2088 999 102",
                "HELLO world    | 101 7592 2088 102",
                "I don't know   | 101 1045 2123 1005 1056 2113 102",
                "embeddings     | 101 7861 8270 4667 2015 102",
                "café           | 101 7668 102",
                "##             | 101 102"
            })
    void areThoseTheModelsWereTrainedWith(String text, String ids) {
        assertThat(PIECES.ids(text, 64)).containsExactly(numbers(ids));
    }

    @Test
    void aLongTextIsCutAndStillEnds() {
        assertThat(PIECES.ids("hello ".repeat(500), 16)).hasSize(16).endsWith(102);
    }

    @Test
    void aWordLongerThanAnyOtherIsUnknown() {
        assertThat(PIECES.ids("a".repeat(101), 16)).containsExactly(101, 100, 102);
    }

    private static long[] numbers(String text) {
        String[] parts = text.split(" ");
        long[] numbers = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Long.parseLong(parts[i]);
        }
        return numbers;
    }
}
