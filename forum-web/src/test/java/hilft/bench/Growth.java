package hilft.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much slower a row has become from a smaller size to a larger one; 1.0 is no change. Each is taken in units of the
 * static file of its own run, so that a machine that was busier then does not count.
 *
 * @param most by DESIGN §6, infinite where it says nothing
 */
record Growth(String row, double latency, double cpu, double most) {
    private static final double PAGE = 1.2;
    private static final Map<String, Double> MOST = Map.of(
            "thread", PAGE,
            "list, packed", PAGE,
            "home, packed", PAGE,
            "thread, member", PAGE,
            "list, member", PAGE,
            "home, member", PAGE,
            "search", 2.0);

    /** Of every row that both have. */
    static List<Growth> between(List<Row> small, List<Row> large) {
        return large.stream()
                .flatMap(after -> small.stream()
                        .filter(before -> before.name().equals(after.name()))
                        .map(before -> between(before, after)))
                .toList();
    }

    private static Growth between(Row before, Row after) {
        return new Growth(
                after.name(),
                before.ratio() / after.ratio(),
                after.cpu() / before.cpu(),
                MOST.getOrDefault(after.name(), Double.POSITIVE_INFINITY));
    }

    boolean isKept() {
        return latency <= most * (1 + Budget.NOISE);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-22s %8.2f× %8.2f×", row, latency, cpu)
                + (most == Double.POSITIVE_INFINITY
                        ? ""
                        : String.format(Locale.ROOT, "  ≤ %.1f×: %s", most, isKept() ? "kept" : "BROKEN"));
    }
}
