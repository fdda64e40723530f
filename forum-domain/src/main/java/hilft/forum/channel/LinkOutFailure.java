package hilft.forum.channel;

import java.util.Locale;

/** Why a link-out has failed, or why it waits. */
public enum LinkOutFailure {
    NOT_CONNECTED,
    PERMISSION_LOST,
    DUPLICATE,
    REFUSED,
    REPLY_REFUSED,
    BUDGET_REACHED,
    ANSWER_HIDDEN,
    RATE_LIMITED,
    UNREACHABLE,
    /** It may be out or not: it is looked up before it is sent again. */
    UNCERTAIN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
