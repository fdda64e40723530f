package hilft.rewards.event;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why something about an event or an invitation is refused. */
public class EventProblem extends Problem {

    public enum Reason {
        INVALID(Kind.INVALID),
        UNKNOWN(Kind.NOT_FOUND),
        UNKNOWN_INVITATION(Kind.NOT_FOUND),
        NOT_INVITED(Kind.FORBIDDEN),
        /** Members with a role, disabled and deleted ones take no seat. */
        NOT_ELIGIBLE(Kind.FORBIDDEN),
        NOBODY_ELIGIBLE(Kind.INVALID),
        DEADLINE_PASSED(Kind.CONFLICT),
        FULL(Kind.CONFLICT),
        WITHDRAWN(Kind.CONFLICT),
        CANCELLED(Kind.CONFLICT),
        /** The event has begun. */
        OVER(Kind.CONFLICT),
        STALE(Kind.STALE);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public EventProblem(Reason reason, FieldError... errors) {
        this(reason, List.of(errors));
    }

    EventProblem(Reason reason, List<FieldError> errors) {
        super(reason.kind, "event", reason, errors);
    }
}
