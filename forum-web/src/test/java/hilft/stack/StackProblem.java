package hilft.stack;

/** Why the stack cannot run, and what to do about it, each in one sentence. */
public final class StackProblem extends RuntimeException {
    public StackProblem(String cause, String mend) {
        super(cause + " → " + mend);
    }

    public StackProblem(String cause, String mend, Throwable reason) {
        super(cause + " → " + mend, reason);
    }
}
