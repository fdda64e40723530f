package hilft.rewards.leaderboard;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "DAY,2026-03-29T22:30:00Z,2026-03-29T22:00:00Z",
        "DAY,2026-03-29T10:00:00Z,2026-03-28T23:00:00Z",
        "WEEK,2026-03-29T10:00:00Z,2026-03-22T23:00:00Z",
        "MONTH,2026-03-31T22:00:00Z,2026-03-31T22:00:00Z",
        "QUARTER,2026-05-17T10:00:00Z,2026-03-31T22:00:00Z",
        "YEAR,2026-05-17T10:00:00Z,2025-12-31T23:00:00Z",
        "ALL,2026-05-17T10:00:00Z,1969-12-31T23:00:00Z"
    })
    void startsAtMidnightInTheZoneOfTheOperator(Period period, Instant now, Instant start) {
        assertThat(period.start(now, ZoneId.of("Europe/Berlin"))).isEqualTo(start);
    }
}
