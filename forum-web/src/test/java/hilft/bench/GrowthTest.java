package hilft.bench;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GrowthTest {
    private static Row row(String name, double ratio, double cpu) {
        return new Row(name, 1_000 * ratio, 1, 5, 9, 0, cpu, 1, ratio);
    }

    private static Growth from(double before, double after, String name) {
        return Growth.between(List.of(row(name, before, 1)), List.of(row(name, after, 1.5)))
                .get(0);
    }

    @Test
    void aPageMayBecomeAFifthSlowerAndASearchHalfAsFastButForNoise() {
        assertThat(from(1.0, 0.72, "list, member").isKept()).isTrue();
        assertThat(from(1.0, 0.68, "list, member").isKept()).isFalse();
        assertThat(from(1.0, 0.43, "search").isKept()).isTrue();
        assertThat(from(1.0, 0.41, "search").isKept()).isFalse();
        assertThat(from(1.0, 0.1, "reply, 8 writers").isKept()).isTrue();
    }

    @Test
    void rowsOfTheSameNameAreCompared() {
        var growth = Growth.between(
                List.of(row("list, packed", 2, 0.5), row("home, packed", 1, 1)),
                List.of(row("list, packed", 1, 0.75), row("thread", 1, 1)));
        assertThat(growth).hasSize(1);
        assertThat(growth.get(0).toString()).contains("list, packed", "2.00×", "1.50×", "≤ 1.2×: BROKEN");
    }
}
