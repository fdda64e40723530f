package hilft.forum.revision;

import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an edit makes a revision, and who says why. */
public final class RevisionRules {

    public static final Duration GRACE = Duration.ofMinutes(5);
    public static final int REASON_MIN = 3;
    public static final int REASON_MAX = 200;

    private RevisionRules() {}

    /** Whoever edits the text of somebody else says why; of their own nobody has to. */
    public static List<FieldError> checkReason(String reason, boolean ownPost) {
        int length = Input.length(reason);
        boolean missing = length == 0 && !ownPost;
        boolean wrong = length > 0 && length < REASON_MIN || length > REASON_MAX;
        return missing || wrong
                ? List.of(new FieldError("reason", "revision.reason_length", REASON_MIN, REASON_MAX))
                : List.of();
    }

    /**
     * Whether an edit only finishes what the same member wrote just now: within {@link #GRACE}, without a reason, and
     * before anybody else has relied on the text.
     */
    static boolean isFinishing(long lastEditorId, Instant lastMadeAt, Edit edit, @Nullable Instant reactedAt) {
        return edit.editorId() == lastEditorId
                && edit.reason().isEmpty()
                && edit.at().isBefore(lastMadeAt.plus(GRACE))
                && (reactedAt == null || !reactedAt.isAfter(lastMadeAt));
    }
}
