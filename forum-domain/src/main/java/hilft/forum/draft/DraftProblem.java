package hilft.forum.draft;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why a draft is refused. */
public class DraftProblem extends Problem {

    public enum Reason {
        INVALID(Kind.INVALID),
        UNKNOWN(Kind.NOT_FOUND),
        TOO_MANY(Kind.CONFLICT);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public DraftProblem(Reason reason, FieldError... errors) {
        this(reason, List.of(errors));
    }

    DraftProblem(Reason reason, List<FieldError> errors) {
        super(reason.kind, "draft", reason, errors);
    }
}
