package hilft.forum.search.upkeep;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the search of this node is doing. {@code documents} are the threads that can be found,
 * {@code behind} counts changes that cannot be found yet, up to 100,000, both
 * -1 when that cannot be read now; of
 * {@code total} threads {@code done} are in the index that is being built, both 0 when none is; {@code model} is empty
 * when threads are found by their words alone; {@code quiet} is how long ago something was written, null before that;
 * {@code problem} says what an operator should know.
 */
public record UpkeepState(
        Status status,
        String place,
        long documents,
        long behind,
        long done,
        long total,
        String model,
        @Nullable Duration quiet,
        @Nullable String problem) {

    static final int COMPLETE = 100;

    /** Starting has no index yet; building answers from what is there; unavailable answers nothing. */
    public enum Status {
        STARTING,
        BUILDING,
        READY,
        UNAVAILABLE
    }

    /** How much of the index is built, 0 to 100. */
    public int percent() {
        return percent(done, total);
    }

    static int percent(long done, long total) {
        return total == 0 ? COMPLETE : (int) Math.min(COMPLETE, COMPLETE * done / total);
    }
}
