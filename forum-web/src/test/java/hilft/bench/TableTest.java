package hilft.bench;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTest {
    private static Row thread(double ratio, long errors) {
        return new Row("thread", 10_000, 1, 5, errors, 0.05, 0, ratio);
    }

    @Test
    void aBudgetAllowsTheNoiseAndNoMore() {
        var budget = Budget.of("thread").orElseThrow();
        assertThat(budget.isKept(thread(0.81, 0))).isTrue();
        assertThat(budget.isKept(thread(0.79, 0))).isFalse();
        assertThat(Budget.of("search")).isEmpty();
    }

    @Test
    void errorsBreakABudgetHoweverFastTheyAre() {
        assertThat(Budget.of("thread").orElseThrow().isKept(thread(3.0, 1))).isFalse();
    }

    @Test
    void aLineShowsTheRatioTheLastRunAndTheVerdict() {
        var lines = Table.lines(List.of(thread(0.5, 0)), Map.of("thread", thread(1.25, 0)));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("0.500", "1.250", "BROKEN");
        assertThat(Table.lines(List.of(thread(2, 0)), Map.of()).get(1)).contains("–", "kept");
    }

    @Test
    void growthComparesRowsOfTheSameName() {
        var small = new Row("list", 100, 2, 9, 0, 0.5, 1, 1);
        var large = new Row("list", 100, 3, 9, 0, 0.5, 1, 1);
        assertThat(Table.growth(10_000, List.of(small), 100_000, List.of(large, thread(1, 0))))
                .hasSize(2)
                .last()
                .asString()
                .contains("1.50×", "1.00×");
    }
}
