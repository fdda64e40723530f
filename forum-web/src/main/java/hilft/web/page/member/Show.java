package hilft.web.page.member;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of a member's activity a profile lists. */
public enum Show {
    POINTS,
    QUESTIONS,
    ANSWERS;

    public static Optional<Show> find(@Nullable String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
