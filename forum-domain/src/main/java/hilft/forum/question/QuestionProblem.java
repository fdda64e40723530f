package hilft.forum.question;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;

/** Why something about a question or its answers is refused. */
public class QuestionProblem extends Problem {

    public enum Reason {
        INVALID(Kind.INVALID),
        UNKNOWN(Kind.NOT_FOUND),
        UNKNOWN_ANSWER(Kind.NOT_FOUND),
        LOCKED(Kind.CONFLICT),
        STALE(Kind.STALE),
        NOT_AUTHOR(Kind.FORBIDDEN),
        NOT_ASKER(Kind.FORBIDDEN),
        OWN_QUESTION(Kind.FORBIDDEN),
        HAS_ANSWERS(Kind.CONFLICT),
        TOO_LATE(Kind.CONFLICT);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    public QuestionProblem(Reason reason, FieldError... errors) {
        this(reason, List.of(errors));
    }

    QuestionProblem(Reason reason, List<FieldError> errors) {
        super(reason.kind, "question", reason, errors);
    }
}
