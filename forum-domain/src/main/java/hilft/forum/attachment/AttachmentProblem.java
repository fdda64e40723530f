package hilft.forum.attachment;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.time.Duration;
import java.util.List;

/** Why a picture is refused. */
public class AttachmentProblem extends Problem {

    public enum Reason {
        TOO_LARGE(Kind.TOO_LARGE),
        UNSUPPORTED(Kind.UNSUPPORTED),
        INVALID(Kind.INVALID),
        TOO_MANY(Kind.TOO_MANY),
        BUSY(Kind.UNAVAILABLE),
        STORAGE_FULL(Kind.STORAGE_FULL);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    private final Duration wait;

    AttachmentProblem(Reason reason, FieldError... errors) {
        this(reason, Duration.ZERO, errors);
    }

    AttachmentProblem(Reason reason, Duration wait, FieldError... errors) {
        super(reason.kind, "attachment", reason, List.of(errors));
        this.wait = wait;
    }

    @Override
    public long retryAfterSeconds() {
        return wait.toSeconds();
    }
}
