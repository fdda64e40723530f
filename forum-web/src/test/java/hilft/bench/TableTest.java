package hilft.bench;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTest {
    private static Row thread(double ratio) {
        return new Row("thread, packed", 10_000, 1, 3, 5, 0, 0.05, 0, ratio);
    }

    @Test
    void aLineShowsTheRatioTheLastRunAndTheVerdict() {
        var lines = Table.lines(List.of(thread(0.5)), Map.of("thread, packed", thread(1.25)));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("0.500", "1.250", "≥ 1.00, CPU ≤ 0.06: BROKEN: ratio");
        assertThat(Table.lines(List.of(thread(2)), Map.of()).get(1)).contains("–", "kept");
    }

    @Test
    void aRowWithoutABudgetHasNoVerdict() {
        var lines = Table.lines(List.of(new Row("similar", 1, 1, 1, 1, 0, 1, 1, 1)), Map.of());
        assertThat(lines.get(1)).doesNotContain("kept", "BROKEN");
    }
}
