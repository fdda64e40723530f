package hilft.forum.search.index;

import java.util.List;

/** Threads in order, and how many there are in all: exactly, or at least so many. */
public record Found(List<Hit> hits, long total, boolean exact) {

    /** The score compares within one answer only. */
    public record Hit(long id, double score) {}
}
