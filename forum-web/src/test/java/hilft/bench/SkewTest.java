package hilft.bench;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SkewTest {
    private static final int DRAWS = 100_000;

    @Test
    void halfOfTheQuestionsHaveAtMostTwoAnswersAndSomeHaveHundreds() {
        var luck = new Random(20261122);
        var answers = IntStream.range(0, DRAWS)
                .map(draw -> Skew.answers(luck.nextDouble()))
                .sorted()
                .toArray();
        assertThat(answers[DRAWS / 2]).isEqualTo(2);
        assertThat(answers[0]).isZero();
        assertThat(answers[DRAWS - 1]).isBetween(150, Skew.MOST_ANSWERS);
        assertThat(IntStream.of(answers).average().orElseThrow()).isBetween(3.5, 5.0);
        assertThat(Skew.answers(Math.nextDown(1.0))).isEqualTo(Skew.MOST_ANSWERS);
    }

    @Test
    void theMostActiveMemberDoesAboutTwiceWhatTheSecondDoes() {
        var luck = new Random(20261122);
        var deeds = new int[1_001];
        IntStream.range(0, DRAWS).forEach(draw -> deeds[(int) Skew.zipf(1_000, luck.nextDouble())]++);
        assertThat(deeds[0]).isZero();
        assertThat((double) deeds[1] / deeds[2]).isBetween(1.5, 2.0);
        assertThat(IntStream.of(deeds).sum()).isEqualTo(DRAWS);
    }
}
