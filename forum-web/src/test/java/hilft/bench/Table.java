package hilft.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints what was measured, beside the budget and what was measured the last time. */
final class Table {
    private static final String LINE = "%-22s %9s %8s %8s %8s %7s %7s %7s %8s %8s  %s";

    private Table() {}

    static List<String> lines(List<Row> rows, Map<String, Row> before) {
        var lines = new ArrayList<String>();
        lines.add(LINE.formatted(
                "", "req/s", "p50 ms", "p95 ms", "p99 ms", "errors", "CPU ms", "SQL", "ratio", "last", "budget"));
        for (var row : rows) {
            lines.add(LINE.formatted(
                    row.name(),
                    number(row.rate(), 0),
                    number(row.p50(), 2),
                    number(row.p95(), 2),
                    number(row.p99(), 2),
                    row.errors(),
                    number(row.cpu(), 3),
                    number(row.statements(), 2),
                    number(row.ratio(), 3),
                    Optional.ofNullable(before.get(row.name()))
                            .map(last -> number(last.ratio(), 3))
                            .orElse("–"),
                    Budget.of(row.name()).map(budget -> budget.verdict(row)).orElse("")));
        }
        return lines;
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
