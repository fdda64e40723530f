package hilft.forum.category;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why something about a category is refused. */
public class CategoryProblem extends Problem {

    public enum Reason {
        INVALID(Kind.INVALID),
        SLUG_TAKEN(Kind.CONFLICT),
        STALE(Kind.STALE),
        NOT_ALLOWED(Kind.FORBIDDEN),
        UNKNOWN(Kind.NOT_FOUND);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public CategoryProblem(Reason reason, FieldError... errors) {
        this(reason, List.of(errors));
    }

    CategoryProblem(Reason reason, List<FieldError> errors) {
        super(reason.kind, "category", reason, errors);
    }
}
