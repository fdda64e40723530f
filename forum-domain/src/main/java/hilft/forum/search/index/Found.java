package hilft.forum.search.index;

import java.util.List;

/**
 * Threads in order, and how many there are in all: exactly, or at least so many. {@code best} are the first of all of them,
 * whatever part {@code hits} are.
 */
public record Found(List<Hit> hits, long total, boolean exact, List<Long> best) {

    public static final Found NOTHING = new Found(List.of(), 0, true, List.of());

    /** The score compares within one answer only. */
    public record Hit(long id, double score) {}
}
