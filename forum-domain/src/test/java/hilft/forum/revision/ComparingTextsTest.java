package hilft.forum.revision;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static hilft.forum.revision.DiffPiece.Kind.DELETED;
import static hilft.forum.revision.DiffPiece.Kind.INSERTED;
import static hilft.forum.revision.DiffPiece.Kind.SAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What readers of a history see of two texts. */
class ComparingTextsTest {

    @Test
    void oneWordOfASentenceIsOneWord() {
        List<DiffBlock> diff = TextDiff.of("Der Router steht im Keller.", "Der Router steht im Flur.");
        assertThat(diff).hasSize(1);
        assertThat(diff.get(0).pieces())
                .containsExactly(
                        new DiffPiece(SAME, "Der Router steht im "),
                        new DiffPiece(DELETED, "Keller"),
                        new DiffPiece(INSERTED, "Flur"),
                        new DiffPiece(SAME, ".\n"));
    }

    @Test
    void wordsInARowAreOneChange() {
        assertThat(TextDiff.ofLine(
                        "Mein neuer roter Router ist heute langsam", "Mein ganz alter Router ist heute langsam"))
                .containsExactly(
                        new DiffPiece(SAME, "Mein "),
                        new DiffPiece(DELETED, "neuer roter"),
                        new DiffPiece(INSERTED, "ganz alter"),
                        new DiffPiece(SAME, " Router ist heute langsam"));
    }

    @Test
    void umlautsAndSurrogatesAreNotTornApart() {
        assertThat(TextDiff.ofLine("Grüße an Jörg 👍🏽 aus Köln", "Grüße an Jürg 👎🏽 aus Köln"))
                .noneMatch(piece -> piece.text().length() == 1
                        && Character.isSurrogate(piece.text().charAt(0)));
    }

    @Test
    void whatIsQuiteAnotherTextIsReplaced() {
        assertThat(TextDiff.of("Starte den Router neu.", "Ruf die Hotline an, die schaltet den Port frei!"))
                .singleElement()
                .satisfies(block ->
                        assertThat(block.pieces()).extracting(DiffPiece::kind).containsExactly(DELETED, INSERTED));
    }

    @Test
    void linesFarFromAnyChangeMayBeSkipped() {
        String before = numbered(40);
        List<DiffBlock> diff = TextDiff.of(before, before.replace("Zeile 20 ", "Zeile zwanzig "));
        assertThat(diff).extracting(DiffBlock::far).containsExactly(true, false, false, false, true);
        assertThat(diff.get(0).lines()).isEqualTo(17);
        assertThat(diff.get(4).lines()).isEqualTo(18);
    }

    @Test
    void equalTextsShowNothing() {
        assertThat(TextDiff.of("gleich", "gleich")).isEmpty();
    }

    @Test
    void nothingIsLostWhateverTheTexts() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            String before = scrambled(random);
            String after = scrambled(random);
            List<DiffBlock> diff = TextDiff.of(before, after);
            if (!before.equals(after)) {
                assertThat(side(diff, INSERTED)).as("%s -> %s", before, after).isEqualTo(ended(before));
                assertThat(side(diff, DELETED)).as("%s -> %s", before, after).isEqualTo(ended(after));
            }
            List<DiffPiece> line = TextDiff.ofLine(before, after);
            assertThat(pieces(line, INSERTED)).isEqualTo(before);
            assertThat(pieces(line, DELETED)).isEqualTo(after);
        }
    }

    @Test
    void theLongestTextsAreComparedAtOnce() {
        Random random = new Random(7);
        String lines =
                random.ints(15_000, 'a', 'z').mapToObj(c -> (char) c + "\n").collect(Collectors.joining());
        String others =
                random.ints(15_000, 'a', 'z').mapToObj(c -> (char) c + "\n").collect(Collectors.joining());
        String words =
                random.ints(15_000, 'a', 'z').mapToObj(c -> (char) c + " ").collect(Collectors.joining());
        String paragraphs = words.replaceAll("(.{1400})", "$1\n");
        String mixed = random.ints(30_000, 0, 40)
                .mapToObj(c -> c == 0 ? "\n" : c % 2 == 0 ? "a " : "b ")
                .collect(Collectors.joining());
        for (String before : List.of(lines, words, paragraphs, mixed)) {
            for (String after : List.of(
                    others, words.replace('a', 'ä'), paragraphs.replace('b', 'ß'), mixed.replace("a b", "b a"))) {
                assertThatCode(() -> TextDiff.of(before, after)).doesNotThrowAnyException();
                long start = System.nanoTime();
                TextDiff.of(before, after);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            }
        }
    }

    private static String numbered(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(i -> "Zeile " + i + " ist da")
                .collect(Collectors.joining("\n"));
    }

    private static String scrambled(Random random) {
        return random.ints(random.nextInt(60), 0, 9)
                .mapToObj(i -> List.of("Router", "WLAN", " ", " ", "\n", "\n", "ü", ".", "👍")
                        .get(i))
                .collect(Collectors.joining());
    }

    private static String side(List<DiffBlock> diff, DiffPiece.Kind without) {
        return diff.stream().map(block -> pieces(block.pieces(), without)).collect(Collectors.joining());
    }

    private static String ended(String text) {
        return text.isEmpty() ? "" : text + "\n";
    }

    private static String pieces(List<DiffPiece> pieces, DiffPiece.Kind without) {
        return pieces.stream()
                .filter(piece -> piece.kind() != without)
                .map(DiffPiece::text)
                .collect(Collectors.joining());
    }
}
