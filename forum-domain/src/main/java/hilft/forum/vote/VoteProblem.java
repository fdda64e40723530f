package hilft.forum.vote;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why a vote is refused. */
public class VoteProblem extends Problem {

    public enum Reason {
        OWN_POST(Kind.FORBIDDEN),
        LOCKED(Kind.CONFLICT),
        INVALID(Kind.INVALID);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public VoteProblem(Reason reason, FieldError... errors) {
        super(reason.kind, "vote", reason, List.of(errors));
    }
}
