package hilft.forum.notification;

import java.util.Locale;

/** Why a member is told of something. */
public enum NotificationReason {
    /** The question is theirs. */
    ASKED,
    /** They follow the question. */
    FOLLOWING,
    /** The post is theirs. */
    WROTE,
    /** The post names them. */
    MENTIONED,
    /** They are a guest, or may be one. */
    INVITED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
