package hilft.forum.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What answering from a probability on would have meant for decisions that were taken: how many of the questions would
 * have got the answer, and how many of those the right one.
 */
public record PrecisionCurve(List<Point> points, int decisions) {

    /** {@code coverage} and {@code precision} are shares of 0 to 1. */
    public record Point(double probability, double coverage, double precision) {}

    /** One point for each probability that occurs, the highest first. */
    public static PrecisionCurve of(List<Decision> decisions, Confidence confidence) {
        record Judged(double probability, boolean right) {}
        List<Judged> judged = decisions.stream()
                .map(decision -> new Judged(confidence.probability(decision.features()), decision.right()))
                .sorted(Comparator.comparingDouble(Judged::probability).reversed())
                .toList();
        List<Point> points = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < judged.size(); i++) {
            right += judged.get(i).right() ? 1 : 0;
            boolean last = i + 1 == judged.size();
            if (last || judged.get(i + 1).probability() < judged.get(i).probability()) {
                points.add(new Point(judged.get(i).probability(), (i + 1.0) / judged.size(), right / (i + 1.0)));
            }
        }
        return new PrecisionCurve(List.copyOf(points), judged.size());
    }

    /**
     * The curve that was measured on labelled sets with the confidence that comes with the forum and a model; a quality
     * test holds it against them.
     */
    public static PrecisionCurve shipped(String language) {
        List<double[]> lines = Shipped.lines("curve-" + language + ".txt").stream()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        return new PrecisionCurve(
                lines.stream()
                        .skip(1)
                        .map(line -> new Point(line[0], line[1], line[2]))
                        .toList(),
                (int) lines.get(0)[0]);
    }

    /**
     * The point of most coverage whose answers are right as often as this; empty when none is.
     *
     * @param precision 0 to 1
     * @param fewest answers that a point must stand for
     */
    public Optional<Point> widest(double precision, int fewest) {
        return points.stream()
                .filter(point -> point.coverage() * decisions >= fewest)
                .filter(point -> point.precision() >= precision)
                .reduce((surer, wider) -> wider);
    }

    /** The point that answering from this probability on comes to; nothing covered when it is above all. */
    public Point at(double probability) {
        return points.stream()
                .takeWhile(point -> point.probability() >= probability)
                .reduce((surer, wider) -> wider)
                .orElse(new Point(probability, 0, 1));
    }

    /** At most so many points, evenly chosen by coverage, for a chart. */
    public List<Point> thinned(int most) {
        if (points.size() <= most) {
            return points;
        }
        List<Point> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(points.get((int) ((long) i * (points.size() - 1) / (most - 1))));
        }
        return some;
    }
}
