package hilft.rewards.event;

import java.util.Locale;

/** A draft is seen by marketing and the invited, a published event by everybody; a cancelled one stays cancelled. */
public enum EventState {
    DRAFT,
    PUBLISHED,
    CANCELLED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
