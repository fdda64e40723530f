package hilft.forum.similar;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** How far likenesses are trusted. */
class CalibratingTest {

    private static final long SEED = 7;

    private static Features likeness(double meaning) {
        return new Features(meaning, meaning / 2, meaning / 2, 1, meaning / 3, 1.5, 0);
    }

    /** The likelier right the closer, as a logistic curve with its middle at .7. */
    private static List<Decision> decisions(int many) {
        Random random = new Random(SEED);
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            double meaning = 0.4 + 0.6 * random.nextDouble();
            decisions.add(new Decision(
                    likeness(meaning), random.nextDouble() < 1 / (1 + Math.exp(-20 * (meaning - 0.7)))));
        }
        return decisions;
    }

    @Test
    void learnsTheCurveBehindTheDecisions() {
        Confidence confidence = Calibration.fit(decisions(5_000), 0.95, 0.5).orElseThrow();
        assertThat(confidence.probability(likeness(0.7))).isCloseTo(0.5, within(0.07));
        assertThat(confidence.probability(likeness(0.95))).isGreaterThan(0.95);
        assertThat(confidence.probability(likeness(0.45))).isLessThan(0.05);
    }

    @Test
    void itsBordersKeepThePrecisionThatWasAskedFor() {
        List<Decision> decisions = decisions(2_000);
        Confidence confidence = Calibration.fit(decisions, 0.95, 0.6).orElseThrow();
        PrecisionCurve curve = PrecisionCurve.of(decisions, confidence);
        assertThat(curve.at(confidence.answerFrom()).precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(curve.at(confidence.suggestFrom()).coverage())
                .isGreaterThan(curve.at(confidence.answerFrom()).coverage());
        assertThat(confidence.band(confidence.answerFrom())).isEqualTo(Band.ANSWER);
        assertThat(confidence.band(confidence.suggestFrom())).isEqualTo(Band.SUGGEST);
        assertThat(confidence.band(0)).isEqualTo(Band.NONE);
    }

    @Test
    void fewDecisionsOrOfOneKindTeachNothing() {
        assertThat(Calibration.fit(decisions(Calibration.FEWEST - 1), 0.95, 0.5))
                .isEmpty();
        List<Decision> allRight =
                decisions(200).stream().filter(Decision::right).toList();
        assertThat(Calibration.fit(allRight, 0.95, 0.5)).isEmpty();
    }

    @Test
    void whatIsNeverRightIsNeverAnAnswer() {
        List<Decision> decisions = new ArrayList<>(decisions(300));
        decisions.replaceAll(decision ->
                new Decision(decision.features(), decision.features().words() < 0));
        for (int i = 0; i < 10; i++) {
            decisions.set(i, new Decision(likeness(0.5), true));
        }
        Confidence confidence = Calibration.fit(decisions, 0.95, 0.9).orElseThrow();
        assertThat(confidence.band(confidence.probability(likeness(0.9)))).isEqualTo(Band.NONE);
    }

    @Test
    void aCurveCountsWhatWouldHaveBeenAnswered() {
        Confidence byMeaning = new Confidence(new double[] {10, 0, 0, 0, 0, 0, 0}, -5, 1, 1);
        PrecisionCurve curve = PrecisionCurve.of(
                List.of(
                        new Decision(likeness(0.9), true),
                        new Decision(likeness(0.8), true),
                        new Decision(likeness(0.8), false),
                        new Decision(likeness(0.5), false)),
                byMeaning);
        assertThat(curve.points()).extracting(PrecisionCurve.Point::coverage).containsExactly(0.25, 0.75, 1.0);
        assertThat(curve.points()).extracting(PrecisionCurve.Point::precision).containsExactly(1.0, 2 / 3.0, 0.5);
        assertThat(curve.widest(0.6, 1))
                .get()
                .extracting(PrecisionCurve.Point::coverage)
                .isEqualTo(0.75);
        assertThat(curve.widest(0.6, 4)).isEmpty();
        assertThat(curve.at(0.999).coverage()).isZero();
        assertThat(curve.thinned(2)).hasSize(2);
        assertThat(PrecisionCurve.of(List.of(), byMeaning).points()).isEmpty();
    }

    @Test
    void isWrittenAndReadAgain() {
        Confidence confidence = Confidences.shipped("de", true);
        assertThat(Confidence.parse(confidence.toString()).probability(likeness(0.8)))
                .isEqualTo(confidence.probability(likeness(0.8)));
        assertThat(Features.parse(likeness(0.8).toString()).meaning()).isEqualTo(0.8);
        assertThat(likeness(0.8).toString().length()).isLessThanOrEqualTo(100);
        assertThatThrownBy(() -> Confidence.parse("1 2 3")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Features.parse("1 2")).isInstanceOf(IllegalArgumentException.class);
    }
}
