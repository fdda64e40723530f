package hilft.forum.tag;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why something about a tag is refused. */
public class TagProblem extends Problem {

    public enum Reason {
        INVALID(Kind.INVALID),
        STALE(Kind.STALE),
        NOT_ALLOWED(Kind.FORBIDDEN),
        UNKNOWN(Kind.NOT_FOUND);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public TagProblem(Reason reason, FieldError... errors) {
        this(reason, List.of(errors));
    }

    TagProblem(Reason reason, List<FieldError> errors) {
        super(reason.kind, "tag", reason, errors);
    }
}
