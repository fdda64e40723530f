package hilft.forum.channel;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import java.util.List;
import java.util.Locale;

/** Why a link-out is refused. What is wrong with {@code text} or {@code replyTo} stands at that field. */
public class LinkOutProblem extends Problem {

    public enum Reason {
        TEXT_EMPTY(Kind.INVALID),
        TEXT_TOO_LONG(Kind.INVALID),
        LINK_MISSING(Kind.INVALID),
        REPLY_TO_INVALID(Kind.INVALID),
        UNKNOWN(Kind.NOT_FOUND),
        NOT_OFFICIAL(Kind.CONFLICT),
        ANSWER_HIDDEN(Kind.CONFLICT),
        BUDGET_REACHED(Kind.CONFLICT),
        CHANNEL_OFF(Kind.CONFLICT),
        NOT_CONNECTED(Kind.CONFLICT),
        NOT_FAILED(Kind.CONFLICT),
        ALREADY_SENT(Kind.CONFLICT);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }

        /** The field of the form it is about; other reasons are about no field. */
        boolean isAboutAField() {
            return kind == Kind.INVALID;
        }

        /** The error at its field, with how many characters the channel takes. */
        public FieldError error(int max) {
            String field = this == REPLY_TO_INVALID ? "replyTo" : "text";
            return new FieldError(field, "linkout." + name().toLowerCase(Locale.ROOT), 1, max);
        }
    }

    private final Reason reason;

    public LinkOutProblem(Reason reason) {
        this(reason, List.of());
    }

    LinkOutProblem(Reason reason, List<FieldError> errors) {
        super(reason.kind, "linkout", reason, errors);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
