package hilft.forum.search.analysis;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** By which terms texts are found. */
class CuttingTextIntoTermsTest {

    private final Analysis analysis = Analysis.standard();

    private static List<String> texts(List<Term> terms) {
        return terms.stream().map(Term::text).toList();
    }

    @Test
    void aCompoundIsFoundByItsParts() {
        assertThat(texts(analysis.terms("Vertragsverlängerung", "de")))
                .containsAll(texts(analysis.terms("Verlängerung", "de")))
                .containsAll(texts(analysis.terms("Vertrag", "de")));
    }

    @Test
    void itsPartsStandWhereItStands() {
        assertThat(analysis.terms("die Vertragsverlängerung", "de"))
                .filteredOn(term -> !term.text().equals("die"))
                .allSatisfy(
                        term -> assertThat(List.of(term.start(), term.end())).containsExactly(4, 24));
    }

    @Test
    void formsAndSpellingsOfAWordAreOne() {
        assertThat(texts(analysis.terms("Verträge", "de"))).containsAll(texts(analysis.terms("vertraege", "de")));
        assertThat(texts(analysis.terms("Straße", "de"))).isEqualTo(texts(analysis.terms("strasse", "de")));
        assertThat(texts(analysis.terms("cancelled contracts", "en")))
                .isEqualTo(texts(analysis.terms("cancel contract", "en")));
    }

    @Test
    void mistypedWordsShareLetters() {
        assertThat(texts(analysis.grams("Vertragg"))).contains("vert", "ertr", "rtra", "trag");
        assertThat(texts(analysis.grams("SIM"))).containsExactly("sim");
    }

    @Test
    void aSynonymMeansTheWholeOfACompound() {
        Analysis analysis = Analysis.with(Synonyms.read("WLAN, Funknetz").synonyms());

        assertThat(analysis.queryTerms("wlan", "de")).extracting(Term::text).containsExactly("wlan", "funknetz");
    }

    @Test
    void aQuestionAlsoMeansItsSynonyms() {
        Synonyms.Reading reading = Synonyms.read("""
                # the trade's words
                Handy, Smartphone, Mobiltelefon
                DSL => Internet   # not the other way round
                a => b => c
                allein
                """);
        assertThat(reading.mistakes())
                .containsExactly(
                        new Synonyms.Mistake(4, Synonyms.Reason.TWO_ARROWS),
                        new Synonyms.Mistake(5, Synonyms.Reason.ONE_WORD));
        Analysis widened = Analysis.with(reading.synonyms());
        assertThat(texts(widened.queryTerms("Handy kaputt", "de"))).contains("smartphon", "kaputt");
        assertThat(texts(widened.queryTerms("dsl", "de"))).contains("internet");
        assertThat(texts(widened.queryTerms("internet", "de"))).doesNotContain("dsl");
        assertThat(texts(widened.terms("Handy", "de"))).doesNotContain("smartphon");
        assertThat(widened.fingerprint()).isEqualTo(analysis.fingerprint());
        assertThat(reading.synonyms().in("Mein Handy")).containsOnlyKeys("handy");
    }
}
