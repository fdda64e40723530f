package hilft.forum.search.synonym;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.analysis.Synonyms;
import hilft.forum.search.analysis.Term;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SavingSynonymsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Handy          | synonyms.one_word
            Box =>         | synonyms.one_word
            => Router      | synonyms.one_word
            a => b => c    | synonyms.two_arrows
            """)
    void aLineThatCannotBeReadIsToldByItsNumber(String line, String code) {
        assertThat(SynonymRules.errors("SIM, SIM-Karte\n\n" + line + "\nTV, Fernsehen"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(code);
                    assertThat(error.min()).isEqualTo(3);
                });
    }

    @Test
    void thereAreBounds() {
        assertThat(SynonymRules.errors("ä".repeat(100_001))).extracting("code").containsExactly("synonyms.too_long");
        assertThat(SynonymRules.errors("allein\n".repeat(1_000))).hasSize(20);
    }

    @Test
    void theListThatComesWithTheForumCanBeSaved() {
        String standard = new SynonymLists().find(0).orElseThrow().text();
        assertThat(SynonymRules.errors(standard)).isEmpty();
        assertThat(Synonyms.read(standard).synonyms().in("Vertragsverlängerung fürs Handy"))
                .hasEntrySatisfying(
                        "vertragsverlängerung", others -> assertThat(others).contains("verlängerung"))
                .hasEntrySatisfying("handy", others -> assertThat(others).contains("smartphone"));
    }

    @Test
    void anotherListCountsForTheNextQuestion() {
        AtomicReference<Synonyms> inUse = new AtomicReference<>(Synonyms.NONE);
        Analysis analysis = Analysis.with(inUse::get);
        assertThat(words(analysis)).doesNotContain("smartphon");
        inUse.set(Synonyms.read("Handy, Smartphone").synonyms());
        assertThat(words(analysis)).contains("smartphon");
    }

    private static List<String> words(Analysis analysis) {
        return analysis.queryTerms("Handy kaputt", "de").stream()
                .map(Term::text)
                .toList();
    }
}
