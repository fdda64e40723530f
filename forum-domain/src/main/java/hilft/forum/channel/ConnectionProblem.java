package hilft.forum.channel;

import hilft.forum.shared.Problem;
import java.util.List;

/** Why an account cannot be connected with a channel. */
public class ConnectionProblem extends Problem {

    public enum Reason {
        OFF(Kind.CONFLICT),
        KEY_MISSING(Kind.CONFLICT),
        STATE_UNKNOWN(Kind.CONFLICT),
        REFUSED(Kind.CONFLICT),
        UNREACHABLE(Kind.CONFLICT);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public ConnectionProblem(Reason reason) {
        super(reason.kind, "connection", reason, List.of());
    }
}
