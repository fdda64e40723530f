package hilft.forum.search;

import hilft.forum.search.analysis.Analysis;
import java.util.List;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader sees why a thread was found: the words stand out, and the excerpt is where they stand. */
class MarkingWordsTest {

    @Test
    void wordsAreMarkedInTheirFormsAndInCompounds() {
        assertThat(mark("Die Rechnungen sind hoch", "Rechnung")).isEqualTo("Die [Rechnungen] sind hoch");
        assertThat(mark("Meine Vertragsverlängerung hängt", "Verlängerung"))
                .isEqualTo("Meine [Vertragsverlängerung] hängt");
        assertThat(mark("It loses connections", "connection")).isEqualTo("It loses [connections]");
        assertThat(mark("Ich kann nicht grüßen", "gruessen")).isEqualTo("Ich kann nicht [grüßen]");
    }

    @Test
    void aPartOfACompoundIsMarkedButStandsForNothing() {
        WordMarker marker = marker("Vertragsverlängerung");
        assertThat(show(marker.mark("Mein Vertrag, die Verlängerung"))).isEqualTo("Mein [Vertrag], die [Verlängerung]");
        assertThat(marker.matched("Mein Vertrag, die Verlängerung").isEmpty()).isTrue();
        assertThat(marker.matched("die Vertragsverlängerungen").cardinality()).isEqualTo(1);
    }

    @Test
    void otherWordsAreNot() {
        assertThat(mark("Der Rechner rechnet, der Rotor stimmt", "Rechnung", "Router"))
                .isEqualTo("Der Rechner rechnet, der Rotor stimmt");
    }

    @Test
    void theLastWordMayBeABeginning() {
        assertThat(mark("Router und Routine", "Rou")).isEqualTo("[Router] und [Routine]");
        assertThat(mark("Router und Routine", "Rou", "und")).isEqualTo("Router [und] Routine");
    }

    @Test
    void htmlStaysText() {
        assertThat(mark("<b>Router</b> & <script>", "Router")).isEqualTo("<b>[Router]</b> & <script>");
    }

    @Test
    void theExcerptIsWhereMostWordsStand() {
        String text = "Am Anfang steht viel, was niemand sucht. ".repeat(20)
                + "Der Router steht im Keller. Dort verliert der Router jeden Abend das WLAN. "
                + "Am Ende steht wieder viel. ".repeat(20);
        String excerpt = show(marker("Router", "WLAN", "Abend").excerpt(text, 160));
        assertThat(excerpt).startsWith("… ").endsWith(" …").contains("[Router] jeden [Abend] das [WLAN]");
        assertThat(excerpt.replaceAll("[\\[\\]]", "")).hasSizeLessThanOrEqualTo(170);
    }

    @Test
    void withoutAnyOfTheWordsItIsTheBeginning() {
        String text = "Am Anfang steht viel, was niemand sucht. ".repeat(20);
        assertThat(show(marker("Router").excerpt(text, 80)))
                .startsWith("Am Anfang")
                .endsWith(" …");
        assertThat(show(marker("Router").excerpt("Kurz\n\nund   gut", 80))).isEqualTo("Kurz und gut");
        assertThat(marker("Router").excerpt("", 80)).isEmpty();
    }

    @Test
    void wordsAreMarkedWhereTheyStandOnOneLine() {
        assertThat(mark(" \u2003\n Mein  Router \t und\u00A0\u2003 das\r\n\r\nWLAN \n", "Router", "WLAN"))
                .isEqualTo("Mein [Router] und\u00A0\u2003 das [WLAN]");
        assertThat(show(marker("WLAN").excerpt("Eins\n\n\n" + "zwei  \n".repeat(60) + "\n\nWLAN  weg.", 80)))
                .endsWith("zwei [WLAN] weg.");
    }

    @Test
    void aTextWithoutBlanksIsCutNevertheless() {
        String excerpt = show(marker("x").excerpt("a".repeat(5_000), 100));
        assertThat(excerpt).hasSizeLessThanOrEqualTo(103);
    }

    @Test
    void misspeltWordsAreKnownByWhatIsLikeThem() {
        WordMarker marker = marker("Ruoter", "Vertragsverlängrung");
        assertThat(marker.alike(0, "Mein Router, dein Router, sein Rotor"))
                .containsOnlyKeys("Router")
                .containsValue(2);
        assertThat(marker.alike(1, "die Vertragsverlängerung")).containsOnlyKeys("Vertragsverlängerung");
        assertThat(show(marker.mark("Mein Router"))).isEqualTo("Mein Router");
        marker.alsoMark("Router", 0);
        assertThat(show(marker.mark("Mein Router"))).isEqualTo("Mein [Router]");
    }

    @Test
    void lettersAreCounted() {
        assertThat(WordMarker.distance("router", "router")).isZero();
        assertThat(WordMarker.distance("ruoter", "router")).isEqualTo(1);
        assertThat(WordMarker.distance("rote", "router")).isEqualTo(2);
        assertThat(WordMarker.distance("", "abc")).isEqualTo(3);
    }

    private static WordMarker marker(String... words) {
        return new WordMarker(Analysis.standard(), List.of(words), List.of());
    }

    private static String mark(String text, String... words) {
        return show(marker(words).mark(text));
    }

    private static String show(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(joining());
    }
}
