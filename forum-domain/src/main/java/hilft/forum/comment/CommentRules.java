package hilft.forum.comment;

import hilft.forum.member.Viewer;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What may stand in a comment, and who may write and change it. Lengths count Unicode code points. */
public final class CommentRules {

    public static final int BODY_MIN = 15;
    public static final int BODY_MAX = 600;
    static final Duration GRACE = Duration.ofMinutes(5);

    private CommentRules() {}

    /** @param visible whether a reader sees anything of it */
    static List<FieldError> check(String body, boolean visible) {
        int length = Input.length(body);
        if (length < BODY_MIN || length > BODY_MAX) {
            return List.of(new FieldError("body", "comment.body_length", BODY_MIN, BODY_MAX));
        }
        return visible ? List.of() : List.of(FieldError.of("body", "comment.body_invisible"));
    }

    /** A closed thread is closed for comments, too. */
    public static boolean mayComment(Viewer viewer, boolean locked) {
        return viewer.isMember() && (!locked || viewer.isModerator());
    }

    /** Nobody puts words into somebody else's mouth: moderators hide. */
    static boolean mayEdit(Viewer viewer, long authorId, boolean locked, boolean hidden) {
        return viewer.is(authorId) && !hidden && mayComment(viewer, locked);
    }

    /** Whether a change only finishes what was written just now, and is not called edited. */
    static boolean isFinishing(Instant writtenAt, Instant now) {
        return now.isBefore(writtenAt.plus(GRACE));
    }
}
