package hilft.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a row may cost at most, by DESIGN §6: its rate in relation to the static file, its CPU and its slowest answers but
 * for five or for one in a hundred, in milliseconds, its statements. What is not limited is infinite.
 */
record Budget(double leastRatio, double mostCpu, double mostP95, double mostP99, double mostStatements) {

    /** Two runs on a busy machine differ by so much without meaning anything. */
    static final double NOISE = 0.20;

    /** Statements that others send are taken off by their mean, not by their number. */
    static final double STRAY_STATEMENTS = 0.5;

    /** Anonymous memory of the forum's process under load, in megabytes; it is what it is, without noise. */
    static final long MOST_MEGABYTES = 700;

    /** The same with the language models in it. */
    static final long MOST_MEGABYTES_WITH_MODELS = 1_000;

    private static final double ANY = Double.POSITIVE_INFINITY;
    private static final Budget SHARED_PAGE = new Budget(1.0, 0.06, ANY, ANY, ANY);
    private static final Map<String, Budget> BY_ROW = Map.of(
            // unpacked, 80 KB cost the kernel as much for any server
            "thread", new Budget(1.0, ANY, ANY, ANY, ANY),
            "thread, packed", SHARED_PAGE,
            "list, packed", SHARED_PAGE,
            "home, packed", SHARED_PAGE,
            "thread, member", new Budget(0.10, 1.0, ANY, 100, 6),
            "thread of 501, member", new Budget(0, ANY, ANY, ANY, 6),
            "list, member", new Budget(0, ANY, ANY, ANY, 4),
            "similar, 1 typing", new Budget(0, ANY, 100, ANY, ANY));

    static Optional<Budget> of(String row) {
        return Optional.ofNullable(BY_ROW.get(row));
    }

    boolean isKept(Row row) {
        return broken(row, NOISE).isEmpty();
    }

    /** What of it the row breaks by more than the given part. */
    private List<String> broken(Row row, double noise) {
        var broken = new ArrayList<String>();
        if (row.errors() > 0) {
            broken.add("errors");
        }
        if (row.ratio() < leastRatio * (1 - noise)) {
            broken.add("ratio");
        }
        if (row.cpu() > mostCpu * (1 + noise)) {
            broken.add("CPU");
        }
        if (row.p95() > mostP95 * (1 + noise)) {
            broken.add("p95");
        }
        if (row.p99() > mostP99 * (1 + noise)) {
            broken.add("p99");
        }
        if (row.statements() > mostStatements + STRAY_STATEMENTS) {
            broken.add("SQL");
        }
        return broken;
    }

    /** The limits and whether the row is within them. */
    String verdict(Row row) {
        var broken = broken(row, NOISE);
        var over = broken(row, 0);
        if (!broken.isEmpty()) {
            return this + ": BROKEN: " + String.join(", ", broken);
        }
        return this + (over.isEmpty() ? ": kept" : ": kept but for noise: " + String.join(", ", over));
    }

    @Override
    public String toString() {
        var limits = new ArrayList<String>();
        if (leastRatio > 0) {
            limits.add(number("≥ %.2f", leastRatio));
        }
        if (mostCpu < ANY) {
            limits.add(number("CPU ≤ %.2f", mostCpu));
        }
        if (mostP95 < ANY) {
            limits.add(number("p95 ≤ %.0f", mostP95));
        }
        if (mostP99 < ANY) {
            limits.add(number("p99 ≤ %.0f", mostP99));
        }
        if (mostStatements < ANY) {
            limits.add(number("SQL ≤ %.0f", mostStatements));
        }
        return String.join(", ", limits);
    }

    private static String number(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
