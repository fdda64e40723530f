package hilft.web.cache;

/** When something was read, and the numbers of the changes it was read at. */
@SuppressWarnings("ArrayRecordComponent")
record State(int[] places, long[] numbers, long readAt) {

    private static final long GOOD_NANOS = 60_000_000_000L;

    /** Lists may be this old, so that a busy forum does not make them anew for each vote. */
    private static final long LIST_NANOS = 900_000_000L;

    /** Taken before reading: what changes meanwhile makes it worthless. */
    static State of(Changes changes, int... places) {
        long[] numbers = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            numbers[i] = changes.at(places[i]);
        }
        return new State(places, numbers, System.nanoTime());
    }

    /** Whether it may be shown without asking anything. */
    boolean isGood(Changes now, long nanos) {
        return nanos - readAt < GOOD_NANOS && isTrue(now, nanos);
    }

    /** Whether nothing is known to have changed: good enough while it is being made anew, or cannot be. */
    boolean isTrue(Changes now, long nanos) {
        return isUnchanged(now, nanos - readAt < LIST_NANOS);
    }

    /** As {@link #isGood}, with the last second of lists, too. */
    boolean isLatest(Changes now, long nanos) {
        return nanos - readAt < GOOD_NANOS && isUnchanged(now, false);
    }

    private boolean isUnchanged(Changes now, boolean exceptLists) {
        for (int i = 0; i < places.length; i++) {
            boolean mayBeOld = exceptLists && places[i] == Changes.LISTS;
            if (now.at(places[i]) != numbers[i] && !mayBeOld) {
                return false;
            }
        }
        return true;
    }
}
