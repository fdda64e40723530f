package hilft.forum.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far back questions may have been asked, in days up to today. */
public enum Since {
    DAY(1),
    WEEK(7),
    MONTH(30),
    YEAR(365);

    private final int days;

    Since(int days) {
        this.days = days;
    }

    public static Optional<Since> find(@Nullable String label) {
        return Arrays.stream(values())
                .filter(since -> since.label().equals(label))
                .findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day that counts. */
    public LocalDate from(LocalDate today) {
        return today.minusDays(days);
    }
}
