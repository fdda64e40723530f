package hilft.forum.block;

import hilft.forum.shared.Problem;
import java.util.List;

/** Why somebody cannot be blocked. */
public class BlockProblem extends Problem {

    public enum Reason {
        SELF(Kind.CONFLICT),
        TOO_MANY(Kind.CONFLICT);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    BlockProblem(Reason reason) {
        super(reason.kind, "block", reason, List.of());
    }
}
