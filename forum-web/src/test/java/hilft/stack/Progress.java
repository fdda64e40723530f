package hilft.stack;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** One line on the console for each step: what it was and how long it took. */
public final class Progress {
    private final boolean quiet;

    private Progress(boolean quiet) {
        this.quiet = quiet;
    }

    static Progress loud() {
        return new Progress(false);
    }

    static Progress quiet() {
        return new Progress(true);
    }

    /** Runs the step and prints its line when it is done. */
    public <T> T step(String what, Callable<T> step) {
        var started = System.nanoTime();
        try {
            var result = step.call();
            say("  %-58s %6.1f s".formatted(what, seconds(started)));
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StackProblem(what + " failed: " + e.getMessage(), "see the cause below", e);
        }
    }

    @SuppressWarnings("SystemOut") // the console is this class's purpose
    public synchronized void say(String line) {
        if (!quiet) {
            System.out.println(line);
            System.out.flush();
        }
    }

    static double seconds(long startedNanos) {
        return Duration.ofNanos(System.nanoTime() - startedNanos).toMillis() / 1000.0;
    }

    static String format(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
