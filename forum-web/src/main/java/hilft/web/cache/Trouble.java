package hilft.web.cache;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether the database has just failed to answer. While it has, kept pages are sent without asking it, but for one reader
 * every few seconds, whose page shows whether it answers again: so an outage costs that reader some seconds, not all.
 */
final class Trouble {
    static final long PAUSE_NANOS = 5_000_000_000L;

    /** Longer than the database may take to be given up. */
    static final long LONGEST_TRY_NANOS = 20_000_000_000L;

    private static final long NONE = Long.MIN_VALUE;

    /** When it may be asked again. */
    private final AtomicLong over = new AtomicLong(NONE);

    /** Whether the reader is to have the page as it was, because somebody else finds out or it is too early to. */
    boolean spares(long nanos) {
        long until = over.get();
        if (until == NONE) {
            return false;
        }
        return nanos - until < 0 || !over.compareAndSet(until, nanos + LONGEST_TRY_NANOS);
    }

    void begin(long nanos) {
        over.set(nanos + PAUSE_NANOS);
    }

    void end() {
        over.set(NONE);
    }
}
