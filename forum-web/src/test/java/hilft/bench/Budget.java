package hilft.bench;

import java.util.Map;
import java.util.Optional;

/** What a row may cost at most, by DESIGN §6: its rate in relation to the static file and its CPU in milliseconds. */
record Budget(double leastRatio, double mostCpu) {

    /** Two runs on a busy machine differ by so much without meaning anything. */
    static final double NOISE = 0.20;

    private static final Budget SHARED_PAGE = new Budget(1.0, 0.06);
    private static final Map<String, Budget> BY_ROW = Map.of(
            "thread", SHARED_PAGE,
            "list", SHARED_PAGE,
            "home", SHARED_PAGE,
            "thread, member", new Budget(0.10, 1.0));

    static Optional<Budget> of(String row) {
        return Optional.ofNullable(BY_ROW.get(row));
    }

    boolean isKept(Row row) {
        return row.errors() == 0 && row.ratio() >= leastRatio * (1 - NOISE);
    }
}
