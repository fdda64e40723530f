package hilft.forum.channel;

import java.util.Locale;

/** What happened to a link-out, as its history tells it. */
public enum LinkOutAction {
    COMPOSED,
    SENDING,
    LOOKED_UP,
    SENT,
    POSTPONED,
    FAILED,
    RETRIED,
    GIVEN_UP;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
