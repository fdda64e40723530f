package hilft.forum.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a post is flagged. */
public enum FlagReason {
    SPAM,
    OFFENSIVE,
    PERSONAL,
    WRONG,
    OFF_TOPIC,
    OTHER;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FlagReason> find(String label) {
        return Arrays.stream(values())
                .filter(reason -> reason.label().equals(label))
                .findFirst();
    }
}
