package hilft.forum.similar;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Turns features into the probability that a thread asks the same as a question, and that into a band. Immutable; made
 * by {@link Calibration}.
 */
public final class Confidence {

    private static final String SEPARATOR = " ";

    private final double[] weights;
    private final double bias;
    private final double answerFrom;
    private final double suggestFrom;

    /**
     * @param weights one for each of the features, in their order
     * @param answerFrom the probability from which a thread is given as an answer; {@code suggestFrom} the one from which
     *     it is shown, not above the other
     */
    Confidence(double[] weights, double bias, double answerFrom, double suggestFrom) {
        if (weights.length != Features.COUNT || suggestFrom > answerFrom) {
            throw new IllegalArgumentException("No calibration");
        }
        this.weights = weights.clone();
        this.bias = bias;
        this.answerFrom = answerFrom;
        this.suggestFrom = suggestFrom;
    }

    /** 0 to 1. */
    public double probability(Features features) {
        double[] values = features.values();
        double sum = bias;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The band of a probability. */
    public Band band(double probability) {
        if (probability >= answerFrom) {
            return Band.ANSWER;
        }
        return probability >= suggestFrom ? Band.SUGGEST : Band.NONE;
    }

    /** The probability from which a thread is given as an answer. */
    public double answerFrom() {
        return answerFrom;
    }

    /** The probability from which a thread is shown. */
    public double suggestFrom() {
        return suggestFrom;
    }

    /** This one with other borders between the bands. */
    public Confidence withBorders(double answer, double suggest) {
        return new Confidence(weights, bias, Math.max(answer, suggest), suggest);
    }

    /** One line that {@link #parse} reads, at most 200 characters: borders, bias, weights. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f %.4f %.4f ", answerFrom, suggestFrom, bias)
                + Arrays.stream(weights)
                        .mapToObj(weight -> String.format(Locale.ROOT, "%.4f", weight))
                        .collect(Collectors.joining(SEPARATOR));
    }

    /** @throws IllegalArgumentException when it is not what {@link #toString} writes */
    public static Confidence parse(String line) {
        double[] numbers = Arrays.stream(line.strip().split(SEPARATOR))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (numbers.length != Features.COUNT + 3) {
            throw new IllegalArgumentException("No calibration: " + line);
        }
        return new Confidence(Arrays.copyOfRange(numbers, 3, numbers.length), numbers[2], numbers[0], numbers[1]);
    }
}
