package hilft.forum.notification;

import java.util.Locale;

/** What a member is told. */
public enum NotificationKind {
    /** A followed question got an answer. */
    ANSWER_WRITTEN,
    /** The member's answer became the solution. */
    ANSWER_ACCEPTED,
    /** A moderator hid the member's post. */
    POST_HIDDEN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
