package hilft.forum.member;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why something about a member is refused. */
public class MemberProblem extends Problem {

    public enum Reason {
        INVALID(Kind.INVALID),
        HANDLE_TAKEN(Kind.CONFLICT),
        HANDLE_CHANGED_LATELY(Kind.CONFLICT),
        ACTIVITY_PRIVATE(Kind.FORBIDDEN),
        SIGNED_OUT(Kind.FORBIDDEN),
        DISABLED(Kind.FORBIDDEN),
        UNKNOWN(Kind.NOT_FOUND);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public MemberProblem(Reason reason) {
        this(reason, List.of());
    }

    public MemberProblem(Reason reason, List<FieldError> errors) {
        super(reason.kind, "member", reason, errors);
    }
}
