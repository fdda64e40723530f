package hilft.rewards.event;

import java.util.Locale;

/** What can be done about an event; a seat is freed when its guest's account is disabled or deleted. */
public enum EventAction {
    PLANNED,
    CHANGED,
    PUBLISHED,
    CANCELLED,
    INVITED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN,
    SEAT_FREED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
