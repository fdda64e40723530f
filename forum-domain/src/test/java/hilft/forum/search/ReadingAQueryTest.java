package hilft.forum.search;

import hilft.forum.question.QuestionFilter.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is typed into the search box is taken apart; nothing in it is an error. */
class ReadingAQueryTest {

    @Test
    void wordsThatTellSomethingAreToldFromSmallOnes() {
        Query query = QueryReader.read("Warum verliert mein Router das WLAN?");
        assertThat(query.words()).containsExactly("verliert", "Router", "WLAN");
        assertThat(query.small()).containsExactly("Warum", "mein", "das");
    }

    @Test
    void smallWordsMustDoWhereThereAreNoOthers() {
        assertThat(QueryReader.read("wie geht das").words()).containsExactly("wie", "geht", "das");
    }

    @Test
    void quotesOfAnyKindMakePhrases() {
        assertThat(QueryReader.read("\"kein Netz\" Router").phrases()).containsExactly("kein Netz");
        assertThat(QueryReader.read("„kein Netz“").phrases()).containsExactly("kein Netz");
        assertThat(QueryReader.read("“no network”").phrases()).containsExactly("no network");
        assertThat(QueryReader.read("\"nie geschlossen").phrases()).containsExactly("nie geschlossen");
    }

    @Test
    void aMinusExcludesWordsAndPhrases() {
        Query query = QueryReader.read("Router -FritzBox -\"kein Netz\"");
        assertThat(query.words()).containsExactly("Router");
        assertThat(query.without()).containsExactly("FritzBox", "kein Netz");
    }

    @Test
    void aHyphenInsideAWordBelongsToIt() {
        Query query = QueryReader.read("WLAN-Kabel - E-Mail don't 'so'");
        assertThat(query.words()).containsExactly("WLAN-Kabel", "E-Mail");
        assertThat(query.small()).containsExactly("don't", "so");
        assertThat(query.without()).isEmpty();
    }

    @Test
    void operatorsStandInBothLanguages() {
        SearchFilter english = QueryReader.read(
                        "category:internet tag:wlan author:@Anna is:solved is:official after:2026-01-31 before:2026-03-01")
                .filter();
        SearchFilter german = QueryReader.read(
                        "Kategorie:internet thema:wlan von:anna ist:gelöst ist:offiziell seit:31.1.2026 vor:1.3.2026")
                .filter();
        assertThat(english).isEqualTo(german);
        assertThat(english)
                .isEqualTo(new SearchFilter(
                        List.of("internet"),
                        List.of("wlan"),
                        List.of("anna"),
                        State.SOLVED,
                        true,
                        null,
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 3, 1)));
        assertThat(QueryReader.read("is:open").filter().state()).isEqualTo(State.OPEN);
        assertThat(QueryReader.read("ist:unbeantwortet").filter().state()).isEqualTo(State.UNANSWERED);
        assertThat(QueryReader.read("seit:woche").filter().since()).isEqualTo(Since.WEEK);
        assertThat(QueryReader.read("kategorie:\"Handy und Tarif\"").filter().categories())
                .containsExactly("handy und tarif");
        assertThat(QueryReader.read("after:2025").filter().from()).isEqualTo(LocalDate.of(2025, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"is:blue", "after:tomorrow", "before:31.2.2026", "foo:bar", "http://example.org/x", "10:30"})
    void whatIsNoOperatorIsWords(String typed) {
        Query query = QueryReader.read(typed);
        assertThat(query.filter()).isEqualTo(SearchFilter.NONE);
        assertThat(query.words()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "🙂🙂🙂",
                "\"",
                "\"\"",
                "-",
                "--",
                ":",
                "( ) [ ] { } ~ * ? ^ \\ / ! && ||",
                "\u0000\u202e"
            })
    void nothingIsNothing(String typed) {
        assertThat(QueryReader.read(typed).isEmpty()).isTrue();
    }

    @Test
    void querySyntaxOfEnginesIsWords() {
        Query query = QueryReader.read("title:router AND (wlan OR +dsl) NOT _exists_:x /re.*/ a~2 b^9 [1 TO 2] *:*");
        assertThat(query.words())
                .contains("title", "router", "wlan", "dsl", "exists", "re")
                .hasSizeLessThanOrEqualTo(12);
        assertThat(query.filter()).isEqualTo(SearchFilter.NONE);
    }

    @Test
    void whatIsTooLongIsLookedAtFromItsBeginning() {
        Query query = QueryReader.read("wort1 wort2 ".repeat(1_000) + "ende");
        assertThat(query.words()).containsExactly("wort1", "wort2");
        String many = "";
        for (int i = 0; i < 40; i++) {
            many += "w" + i + " ";
        }
        assertThat(QueryReader.read(many).words()).hasSize(QueryReader.WORDS_MAX);
        assertThat(QueryReader.read("x".repeat(10_000)).typed()).hasSize(QueryReader.LENGTH_MAX);
        assertThat(QueryReader.read("🙂".repeat(10_000)).typed()).doesNotContain("\ufffd");
    }

    @Test
    void aTagIsTheSameInCapitals() {
        SearchFilter asked =
                new SearchFilter(List.of(), List.of("WLAN", "ÖPNV"), List.of(), null, false, null, null, null);
        assertThat(asked.tags()).containsExactly("wlan", "öpnv");
        assertThat(QueryReader.read("tag:WLAN").filter().and(asked).tags()).containsExactly("wlan", "öpnv");
    }

    @Test
    void anythingCanBeRead() {
        long seed = 20261125;
        Random chance = new Random(seed);
        String letters = "aZä\"-: \t\n„“'’.\\(~*🙂0:is:category:";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int j = chance.nextInt(60); j > 0; j--) {
                int place = chance.nextInt(letters.length());
                typed.append(letters, place, Math.min(letters.length(), place + 1 + chance.nextInt(5)));
            }
            Query query = QueryReader.read(typed.toString());
            assertThat(query.words()).as("seed %d: %s", seed, typed).noneMatch(String::isBlank);
        }
    }
}
