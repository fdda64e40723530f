package hilft.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetTest {
    private static final Budget THREAD = Budget.of("thread, packed").orElseThrow();
    private static final Budget MEMBER = Budget.of("thread, member").orElseThrow();

    private static Row row(double ratio, double cpu, double p99, double statements, long errors) {
        return new Row("any", 10_000, 1, 0, p99, errors, cpu, statements, ratio);
    }

    @Test
    void aBudgetAllowsTheNoiseAndNoMore() {
        assertThat(THREAD.isKept(row(0.81, 0.05, 500, 0, 0))).isTrue();
        assertThat(THREAD.isKept(row(0.79, 0.05, 500, 0, 0))).isFalse();
        assertThat(THREAD.isKept(row(2.0, 0.071, 500, 0, 0))).isTrue();
        assertThat(THREAD.isKept(row(2.0, 0.073, 500, 0, 0))).isFalse();
        assertThat(MEMBER.isKept(row(0.2, 0.9, 119, 6.4, 0))).isTrue();
        assertThat(MEMBER.isKept(row(0.2, 0.9, 121, 6.4, 0))).isFalse();
        assertThat(MEMBER.isKept(row(0.2, 0.9, 90, 6.6, 0))).isFalse();
    }

    @Test
    void aStatementMoreIsSeenHoweverFastItIs() {
        assertThat(Budget.of("list, member").orElseThrow().isKept(row(5, 0.1, 1, 5, 0)))
                .isFalse();
    }

    @Test
    void errorsBreakABudgetHoweverFastTheyAre() {
        assertThat(THREAD.isKept(row(3.0, 0.01, 1, 0, 1))).isFalse();
    }

    @Test
    void theVerdictNamesWhatIsBrokenAndWhatIsNearlyBroken() {
        assertThat(THREAD.verdict(row(1.1, 0.05, 1, 0, 0))).isEqualTo("≥ 1.00, CPU ≤ 0.06: kept");
        assertThat(THREAD.verdict(row(0.9, 0.065, 1, 0, 0))).endsWith(": kept but for noise: ratio, CPU");
        assertThat(MEMBER.verdict(row(0.05, 1.1, 300, 9, 2)))
                .isEqualTo("≥ 0.10, CPU ≤ 1.00, p99 ≤ 100, SQL ≤ 6: BROKEN: errors, ratio, p99, SQL");
    }

    @Test
    void whatDesignDoesNotLimitHasNoBudget() {
        assertThat(Budget.of("search")).isEmpty();
    }
}
