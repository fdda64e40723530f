package hilft.forum.search.synonym;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingSynonymsTest {

    @Test
    void aLineOfWordsMeansTheSameInEveryDirection() {
        assertThat(SynonymList.parse("Handy,  Smartphone , handy").lines())
                .containsExactly(new Synonym(List.of("handy", "smartphone"), List.of("handy", "smartphone")));
    }

    @Test
    void anArrowMeansOneDirection() {
        assertThat(SynonymList.parse("Box, Kasten => Router").lines())
                .containsExactly(new Synonym(List.of("box", "kasten"), List.of("router")));
    }

    @Test
    void remarksAndEmptyLinesAreNothing() {
        SynonymList list = SynonymList.parse("# Geräte\n\r\n   \nSIM, SIM-Karte # auch eSIM\n");
        assertThat(list.errors()).isEmpty();
        assertThat(list.lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Handy                       | synonyms.alone
            Handy, handy                | synonyms.alone
            Handy,, Smartphone          | synonyms.nothing
            Handy, …                    | synonyms.nothing
            => Router                   | synonyms.nothing
            Box =>                      | synonyms.nothing
            a => b => c                 | synonyms.two_arrows
            eins zwei drei vier fünf, b | synonyms.too_many_words
            """)
    void whatCannotBeReadIsToldByItsLine(String line, String code) {
        SynonymList list = SynonymList.parse("SIM, SIM-Karte\n\n" + line + "\nTV, Fernsehen");
        assertThat(list.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.min()).isEqualTo(3);
        });
        assertThat(list.lines()).as("the readable ones").hasSize(2);
    }

    @Test
    void thereAreBounds() {
        assertThat(SynonymList.parse("a, " + "b".repeat(500)).errors())
                .extracting("code")
                .containsExactly("synonyms.line_too_long");
        assertThat(SynonymList.parse("ä".repeat(100_001)).errors())
                .extracting("code")
                .containsExactly("synonyms.too_long");
        assertThat(SynonymList.parse(lines(2_001, "a%d, b")).errors())
                .extracting("code")
                .containsExactly("synonyms.too_many");
        assertThat(SynonymList.parse(lines(1_000, "a%d")).errors()).hasSize(20);
    }

    private static String lines(int count, String pattern) {
        return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining("\n"));
    }

    @Test
    void theListThatComesWithTheForumIsReadable() {
        SynonymList list = SynonymList.parse(SynonymList.standard());
        assertThat(list.errors()).isEmpty();
        assertThat(list.lines())
                .hasSizeGreaterThan(40)
                .anySatisfy(line -> assertThat(line.said()).contains("vertragsverlängerung", "verlängerung"));
    }
}
