package hilft.rewards.event;

import java.util.Locale;

/** Where an invitation stands; whoever declined or lost it can be invited again. */
public enum InvitationState {
    INVITED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
