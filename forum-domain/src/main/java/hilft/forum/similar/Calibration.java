package hilft.forum.similar;

import java.util.List;
import java.util.Optional;

/**
 * Learns from decisions how far to trust a likeness: logistic regression, with the weights held back a little, so that a
 * few dozen decisions do not carry it away.
 */
public final class Calibration {

    /** Fewer decisions, or fewer of one kind, teach nothing. */
    public static final int FEWEST = 50;

    private static final int FEWEST_OF_A_KIND = 10;
    private static final int STEPS = 60;
    private static final double HELD_BACK = 1.0;
    private static final int FEWEST_ANSWERS = 20;

    private Calibration() {}

    /**
     * Fits a confidence, with borders at the widest coverage at which answers were right as often as {@code answers} and
     * suggestions as often as {@code suggestions}, both 0 to 1. Empty with fewer than 50 decisions, or fewer than 10
     * right or wrong ones.
     */
    public static Optional<Confidence> fit(List<Decision> decisions, double answers, double suggestions) {
        long right = decisions.stream().filter(Decision::right).count();
        if (decisions.size() < FEWEST || right < FEWEST_OF_A_KIND || decisions.size() - right < FEWEST_OF_A_KIND) {
            return Optional.empty();
        }
        double[] weights = weights(decisions);
        double[] ofFeatures = new double[Features.COUNT];
        System.arraycopy(weights, 1, ofFeatures, 0, Features.COUNT);
        Confidence fitted = new Confidence(ofFeatures, weights[0], 1, 1);
        PrecisionCurve curve = PrecisionCurve.of(decisions, fitted);
        double answer = curve.widest(answers, FEWEST_ANSWERS)
                .map(PrecisionCurve.Point::probability)
                .orElse(1.0);
        double suggest = curve.widest(suggestions, FEWEST_ANSWERS)
                .map(PrecisionCurve.Point::probability)
                .orElse(answer);
        return Optional.of(fitted.withBorders(answer, Math.min(answer, suggest)));
    }

    /** Newton's method; the first of them is the bias, which alone is not held back. */
    private static double[] weights(List<Decision> decisions) {
        int n = Features.COUNT + 1;
        double[] weights = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[n];
            double[][] bend = new double[n][n];
            for (int i = 1; i < n; i++) {
                slope[i] = HELD_BACK * weights[i];
                bend[i][i] = HELD_BACK;
            }
            bend[0][0] = 1e-6;
            for (Decision decision : decisions) {
                addTo(slope, bend, weights, decision);
            }
            double[] change = solved(bend, slope);
            double largest = 0;
            for (int i = 0; i < n; i++) {
                weights[i] -= change[i];
                largest = Math.max(largest, Math.abs(change[i]));
            }
            if (largest < 1e-6) {
                break;
            }
        }
        return weights;
    }

    private static void addTo(double[] slope, double[][] bend, double[] weights, Decision decision) {
        double[] values = new double[weights.length];
        values[0] = 1;
        System.arraycopy(decision.features().values(), 0, values, 1, Features.COUNT);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        double probability = 1 / (1 + Math.exp(-sum));
        double error = probability - (decision.right() ? 1 : 0);
        double steepness = Math.max(1e-9, probability * (1 - probability));
        for (int i = 0; i < values.length; i++) {
            slope[i] += error * values[i];
            for (int j = 0; j < values.length; j++) {
                bend[i][j] += steepness * values[i] * values[j];
            }
        }
    }

    /** Gauss's elimination; the matrix is positive definite. */
    private static double[] solved(double[][] matrix, double[] side) {
        int n = side.length;
        double[] x = side.clone();
        for (int i = 0; i < n; i++) {
            for (int row = i + 1; row < n; row++) {
                double factor = matrix[row][i] / matrix[i][i];
                for (int column = i; column < n; column++) {
                    matrix[row][column] -= factor * matrix[i][column];
                }
                x[row] -= factor * x[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int column = i + 1; column < n; column++) {
                x[i] -= matrix[i][column] * x[column];
            }
            x[i] /= matrix[i][i];
        }
        return x;
    }
}
