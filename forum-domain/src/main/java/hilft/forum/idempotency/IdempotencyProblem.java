package hilft.forum.idempotency;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why a repeated request is refused. */
public class IdempotencyProblem extends Problem {

    public enum Reason {
        /** The key was used before with another body. */
        KEY_REUSED,
        /** A key has 1 to 100 visible ASCII characters. */
        KEY_INVALID
    }

    public IdempotencyProblem(Reason reason) {
        super(
                Kind.INVALID,
                "idempotency",
                reason,
                List.of(FieldError.of(
                        "Idempotency-Key", "idempotency." + reason.name().toLowerCase(java.util.Locale.ROOT))));
    }
}
