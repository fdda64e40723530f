package hilft.web.page.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days, today included, that figures of the search are shown for. */
final class SearchPeriod {

    static final List<Integer> DAYS = List.of(7, 30, 90);

    private static final int DEFAULT = 30;

    private SearchPeriod() {}

    /** What the address says, if it is one of those offered. */
    static int of(@Nullable String typed) {
        return DAYS.stream()
                .filter(days -> String.valueOf(days).equals(typed))
                .findFirst()
                .orElse(DEFAULT);
    }
}
