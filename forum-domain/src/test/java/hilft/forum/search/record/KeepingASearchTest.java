package hilft.forum.search.record;

import hilft.forum.text.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeepingASearchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WLAN   bricht ab                          | wlan bricht ab
            "Rufnummer mitnehmen" -prepaid            | "rufnummer mitnehmen" -prepaid
            5 GHz geht nicht, 2.4 schon               | 5 ghz geht nicht, 2.4 schon
            is:solved category:internet router        | is:solved category:internet router
            """)
    void wordsStayInLowerCase(String typed, String kept) {
        assertThat(SearchRecordRules.kept(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kundennummer 4711123                      | kundennummer …
            sperre 0171 234 56 78 bitte               | sperre … bitte
            sperre +49 (171) 234-5678                 | sperre +…
            DE89 3704 0044 0532 0130 00               | de…
            PIN 1234 falsch                           | pin … falsch
            mail an lena.vogt@example.org geht nicht  | mail an … geht nicht
            mailto:lena@example.org,uwe@example.org   | …
            @henri-hilft router                       | … router
            author:henri-hilft wlan                   | author:… wlan
            -autor:"Henri Hilft" wlan                 | -autor:… wlan
            von:„Henri Hilft“ wlan                    | von:… wlan
            by:"Henri Hilft                           | by:…
            1234567890                                | …
            12345 67890 a@b                           | …
            """)
    void whatCouldLeadToSomebodyIsLeftOut(String typed, String kept) {
        assertThat(SearchRecordRules.kept(typed)).isEqualTo(kept);
    }

    @Test
    void nothingIsLongerThan80Characters() {
        assertThat(Input.length(SearchRecordRules.kept("😀".repeat(200)))).isEqualTo(80);
        assertThat(SearchRecordRules.kept("wort ".repeat(100))).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void nothingAtAllIsKeptAsWhatIsLeftOut() {
        assertThat(SearchRecordRules.kept(" \u200b ")).isEqualTo("…");
    }
}
