package hilft.forum.moderation;

import java.util.Locale;

/** What a moderator can decide. */
public enum ModerationAction {
    HIDE,
    RESTORE,
    LOCK,
    UNLOCK,
    MOVE,
    DISMISS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
