package hilft.forum.question;

import java.util.Locale;

/** Why a member follows a question: the first reason there was counts as long as they follow. */
public enum FollowReason {
    ASKED,
    ME_TOO,
    /** They pressed "follow". */
    CHOSEN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
