package hilft.forum.similar.calibration;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why confidence is not calibrated anew. */
public class CalibrationProblem extends Problem {

    public enum Reason {
        INVALID(Kind.INVALID),
        TOO_FEW(Kind.CONFLICT),
        NOT_ADMIN(Kind.FORBIDDEN);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public CalibrationProblem(Reason reason, FieldError... errors) {
        super(reason.kind, "calibration", reason, List.of(errors));
    }
}
