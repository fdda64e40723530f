package hilft.forum.channel;

import java.util.Locale;

/** Where a link-out is on its way; {@link #SENT} and {@link #GIVEN_UP} are ends. */
public enum LinkOutState {
    QUEUED,
    SENDING,
    SENT,
    FAILED,
    GIVEN_UP;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
