package hilft.web.page.admin;

import hilft.forum.similar.PrecisionCurve;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws how often answers are right over how many are given, as a line in a box of 100 by 100. */
final class CurveLine {
    private static final int POINTS = 100;

    private CurveLine() {}

    /** The x,y pairs from few sure answers to many less sure ones; nothing when there is nothing to tell from. */
    static String of(PrecisionCurve curve) {
        List<PrecisionCurve.Point> points = curve.thinned(POINTS);
        return points.stream()
                .map(point ->
                        String.format(Locale.ROOT, "%.1f,%.1f", 100 * point.coverage(), 100 - 100 * point.precision()))
                .collect(Collectors.joining(" "));
    }
}
