package hilft.forum.comment;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why something about a comment is refused. */
public class CommentProblem extends Problem {

    public enum Reason {
        INVALID(Kind.INVALID),
        UNKNOWN(Kind.NOT_FOUND),
        LOCKED(Kind.CONFLICT),
        STALE(Kind.STALE),
        NOT_AUTHOR(Kind.FORBIDDEN);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public CommentProblem(Reason reason) {
        this(reason, List.of());
    }

    CommentProblem(Reason reason, List<FieldError> errors) {
        super(reason.kind, "comment", reason, errors);
    }
}
