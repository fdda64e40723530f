package hilft.bench;

/** How unevenly people write: what happens to most is little, what happens to a few is much. {@code luck} is in [0, 1). */
final class Skew {
    static final int MOST_ANSWERS = 500;

    private static final double SPREAD = 10.4;
    private static final double TAIL = 0.3;

    private Skew() {}

    /** Answers of a question: a median of 2, a mean of 4 to 5, and 500 for one in some hundred thousand. */
    static int answers(double luck) {
        return (int) Math.min(MOST_ANSWERS, SPREAD * (Math.pow(1 - luck, -TAIL) - 1));
    }

    /** The same for the database, which draws the luck itself. */
    static String answersSql() {
        return "least(%d, floor(%s * (pow(1 - rand(), -%s) - 1)))".formatted(MOST_ANSWERS, SPREAD, TAIL);
    }

    /** Who acts, 1 to {@code members}: the share of the n-th most active falls with 1/n, as Zipf found it. */
    static long zipf(long members, double luck) {
        return Math.min(members, (long) Math.pow(members + 1.0, luck));
    }

    static String zipfSql(long members) {
        return "least(%1$d, floor(pow(%1$d + 1, rand())))".formatted(members);
    }
}
