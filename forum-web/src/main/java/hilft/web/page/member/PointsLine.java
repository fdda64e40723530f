package hilft.web.page.member;

import java.util.List;
import java.util.Locale;

/** Draws points over days as a line in a box of 240 by 56. */
final class PointsLine {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 56;
    private static final int MARGIN = 4;

    private PointsLine() {}

    /** The running total of the days as x,y pairs; nothing when nothing was earned. */
    static String of(List<Long> days) {
        if (days.stream().allMatch(points -> points == 0)) return "";
        long[] totals = new long[days.size()];
        long sum = 0;
        long low = 0;
        long high = 0;
        for (int day = 0; day < totals.length; day++) {
            sum += days.get(day);
            totals[day] = sum;
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        StringBuilder pairs = new StringBuilder();
        for (int day = 0; day < totals.length; day++) {
            double x = MARGIN + (WIDTH - 2.0 * MARGIN) * day / Math.max(1, totals.length - 1);
            double y = HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * (totals[day] - low) / Math.max(1, high - low);
            pairs.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        return pairs.toString().strip();
    }
}
