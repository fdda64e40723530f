package hilft.forum.similar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be done with the likest thread, the most first. */
public enum Band {
    /** It may be given as the answer without a person looking. */
    ANSWER,
    /** A person is shown it and decides. */
    SUGGEST,
    /** It is rather something else. */
    NONE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Band> find(String label) {
        return Arrays.stream(values())
                .filter(band -> band.label().equals(label))
                .findFirst();
    }

    /** Whether one may be surer of this than of the other. */
    public boolean isAbove(Band other) {
        return compareTo(other) < 0;
    }
}
