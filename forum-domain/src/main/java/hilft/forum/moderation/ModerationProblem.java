package hilft.forum.moderation;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why a flag or a moderator's decision is refused. */
public class ModerationProblem extends Problem {

    public enum Reason {
        INVALID(Kind.INVALID),
        NOT_MODERATOR(Kind.FORBIDDEN),
        OWN_POST(Kind.FORBIDDEN),
        ALREADY_FLAGGED(Kind.CONFLICT),
        UNKNOWN_FLAG(Kind.NOT_FOUND);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public ModerationProblem(Reason reason, FieldError... errors) {
        super(reason.kind, "moderation", reason, List.of(errors));
    }
}
