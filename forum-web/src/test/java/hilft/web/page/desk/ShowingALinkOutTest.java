package hilft.web.page.desk;

import hilft.forum.channel.LinkOutAction;
import hilft.forum.channel.LinkOutFailure;
import hilft.forum.channel.LinkOutState;
import hilft.web.faces.Words;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShowingALinkOutTest {
    private static final String LINK = "https://forum.example.org/answers/7";

    @Test
    void theLinkStandsApartFromTheWords() {
        assertThat(Piece.of("Behoben: " + LINK + " Danke", LINK))
                .containsExactly(new Piece("Behoben: ", false), new Piece(LINK, true), new Piece(" Danke", false));
    }

    @Test
    void aTextWithoutLinkIsOnePieceAndNoTextIsNone() {
        assertThat(Piece.of("Behoben", LINK)).containsExactly(new Piece("Behoben", false));
        assertThat(Piece.of("", LINK)).isEmpty();
    }

    @Test
    void aLinkAloneOrTwiceLosesNothing() {
        assertThat(Piece.of(LINK, LINK)).containsExactly(new Piece(LINK, true));
        assertThat(Piece.of(LINK + LINK, LINK)).containsExactly(new Piece(LINK, true), new Piece(LINK, true));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, 0",
        "0.010, 100, 1",
        "50, 100, 50",
        "33.3, 100, 34",
        "100, 100, 100",
        "120, 100, 100",
        "1, 0, 100"
    })
    void somethingSpentIsAlwaysSeenAndNeverMoreThanAll(BigDecimal part, BigDecimal whole, int share) {
        assertThat(BudgetLine.share(part, whole)).isEqualTo(share);
    }

    @Test
    void whateverHappensHasItsWords() {
        var keys = Stream.of(
                        Stream.of(LinkOutState.values()).map(one -> "enum.LinkOutState." + one.label()),
                        Stream.of(LinkOutFailure.values()).map(one -> "enum.LinkOutFailure." + one.label()),
                        Stream.of(LinkOutAction.values()).map(one -> "desk.step." + one.label()))
                .flatMap(one -> one)
                .toList();
        assertThat(Words.bundle(Locale.GERMAN).keySet()).containsAll(keys);
        assertThat(Words.bundle(Locale.ENGLISH).keySet()).containsAll(keys);
    }
}
