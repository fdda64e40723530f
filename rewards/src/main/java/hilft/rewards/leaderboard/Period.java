package hilft.rewards.leaderboard;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The running day, week (from Monday), month, quarter or year in the operator's zone, or all time. */
public enum Period {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    ALL;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Period> find(@Nullable String label) {
        return Arrays.stream(values())
                .filter(period -> period.label().equals(label))
                .findFirst();
    }

    Instant start(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate first = switch (this) {
            case DAY -> today;
            case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> today.withDayOfMonth(1);
            case QUARTER -> today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3);
            case YEAR -> today.withDayOfYear(1);
            case ALL -> LocalDate.EPOCH;
        };
        return first.atStartOfDay(zone).toInstant();
    }
}
