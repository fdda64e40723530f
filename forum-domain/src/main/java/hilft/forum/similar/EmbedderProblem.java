package hilft.forum.similar;

/** The model gives no vectors now; never seen outside of this package, where words alone take over. */
final class EmbedderProblem extends RuntimeException {

    enum Reason {
        BUSY,
        LATE,
        RESTING,
        UNREACHABLE,
        UNREADABLE
    }

    private final Reason reason;

    EmbedderProblem(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    EmbedderProblem(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
