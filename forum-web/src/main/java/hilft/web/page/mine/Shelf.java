package hilft.web.page.mine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of a member's own a page lists. */
public enum Shelf {
    QUESTIONS,
    ANSWERS,
    FOLLOWED,
    BOOKMARKS;

    public static Optional<Shelf> find(@Nullable String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its rows are questions, which are open or solved. */
    boolean hasStates() {
        return this == QUESTIONS || this == FOLLOWED;
    }
}
