package hilft.forum.notification;

import java.util.Locale;

/** What a member is told. */
public enum NotificationKind {
    /** A followed question got an answer. */
    ANSWER_WRITTEN,
    /** The member's own post was commented. */
    COMMENT_RECEIVED,
    /** Something in a followed question was commented. */
    COMMENT_WRITTEN,
    /** Somebody named the member in a post. */
    MENTIONED,
    /** The member's answer became the solution. */
    ANSWER_ACCEPTED,
    /** The asker found the member's answer helpful. */
    ANSWER_HELPFUL,
    /** Does a solution still work for whoever had the same problem? */
    SOLUTION_CHECK,
    /** A moderator hid the member's post. */
    POST_HIDDEN,
    /** The member is invited to something. */
    INVITATION,
    /** What the member accepted is at another time or place. */
    EVENT_CHANGED,
    /** What the member was invited to does not take place. */
    EVENT_CANCELLED,
    /** The member has lost a seat. */
    INVITATION_WITHDRAWN;

    /** Whether it tells of a post, which its author may still take back. */
    public boolean isAboutWriting() {
        return this == ANSWER_WRITTEN || this == COMMENT_RECEIVED || this == COMMENT_WRITTEN || this == MENTIONED;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
