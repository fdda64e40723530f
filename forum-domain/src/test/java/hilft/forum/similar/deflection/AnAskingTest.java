package hilft.forum.similar.deflection;

import hilft.forum.similar.Band;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnAskingTest {
    private static final String TOKEN = "0b5b6a3e-2f0c-4c1e-9d59-2a6a0a6f1d11";

    private final Deflection deflection = begin();

    private static Deflection begin() {
        return Deflection.begin(Asking.of(TOKEN, "de").orElseThrow(), LocalDate.of(2026, 11, 25));
    }

    @Test
    void keepsTheMostThatWasShownAndTheBestBand() {
        deflection.show(3, Band.ANSWER);
        deflection.show(1, Band.SUGGEST);
        assertThat(deflection.shown()).isEqualTo(3);
        assertThat(deflection.band()).isEqualTo(Band.ANSWER);
    }

    @Test
    void whatSolvesHasBeenOpenedAndShown() {
        deflection.solve();
        assertThat(deflection.isOpened()).isTrue();
        assertThat(deflection.shown()).isEqualTo(1);
    }

    @Test
    void isDeflectedWhenSolvedOrTheSameAsAnother() {
        deflection.show(2, Band.SUGGEST);
        deflection.open();
        assertThat(deflection.isDeflected()).as("leaving in silence").isFalse();
        deflection.sayMeToo();
        assertThat(deflection.isDeflected()).isTrue();
    }

    @Test
    void isNotDeflectedWhenAskedAnyway() {
        deflection.solve();
        deflection.ask();
        assertThat(deflection.isSolved()).isTrue();
        assertThat(deflection.isDeflected()).isFalse();
    }

    @Test
    void askingWithoutAnythingShownShowsNothing() {
        deflection.ask();
        assertThat(deflection.shown()).isZero();
        assertThat(deflection.isOpened()).isFalse();
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noOrderAndNoRepetitionChangesTheEnd(int seed) {
        List<Consumer<Deflection>> facts = new ArrayList<>(List.of(
                one -> one.show(2, Band.SUGGEST),
                one -> one.show(4, Band.ANSWER),
                Deflection::open,
                Deflection::solve,
                Deflection::sayMeToo,
                Deflection::ask));
        facts.forEach(fact -> fact.accept(deflection));

        Random chance = new Random(seed);
        List<Consumer<Deflection>> told = new ArrayList<>(facts);
        IntStream.range(0, 6).forEach(i -> told.add(facts.get(chance.nextInt(facts.size()))));
        Collections.shuffle(told, chance);
        Deflection other = begin();
        for (Consumer<Deflection> fact : told) {
            Deflection before = other;
            int shown = before.shown();
            boolean opened = before.isOpened();
            boolean asked = before.isAsked();
            fact.accept(other);
            assertThat(other.shown()).isGreaterThanOrEqualTo(shown);
            assertThat(other.isOpened() || !opened).isTrue();
            assertThat(other.isAsked() || !asked).isTrue();
        }
        assertThat(other).usingRecursiveComparison().isEqualTo(deflection);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1",
                "0B5B6A3E-2F0C-4C1E-9D59-2A6A0A6F1D11",
                "0b5b6a3e-2f0c-4c1e-9d59-2a6a0a6f1d11'",
                "0b5b6a3e2f0c4c1e9d592a6a0a6f1d11",
                "lena.vogt@example.org"
            })
    void isKnownByATokenThatIsNothingElse(String token) {
        assertThat(Asking.of(token, "de")).isEmpty();
    }

    @Test
    void isInOneOfTheTwoLanguages() {
        assertThat(Asking.of(TOKEN, "en")).map(Asking::language).contains("en");
        assertThat(Asking.of(TOKEN, "xx")).map(Asking::language).contains("de");
        assertThat(Asking.of(TOKEN, null)).map(Asking::language).contains("de");
    }
}
