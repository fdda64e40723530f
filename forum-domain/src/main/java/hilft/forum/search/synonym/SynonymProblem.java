package hilft.forum.search.synonym;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why a list of synonyms is not taken. */
public class SynonymProblem extends Problem {

    public enum Reason {
        INVALID(Kind.INVALID),
        STALE(Kind.STALE),
        NOT_ADMIN(Kind.FORBIDDEN);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public SynonymProblem(Reason reason) {
        this(reason, List.of());
    }

    SynonymProblem(Reason reason, List<FieldError> errors) {
        super(reason.kind, "synonyms", reason, errors);
    }
}
