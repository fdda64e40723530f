package hilft.forum.search.index;

import java.time.Instant;
import java.util.Map;

/**
 * How many of the threads that match are of each kind, the most frequent first; {@code times} by the moments from which
 * they are counted. Of very many threads one in {@link #SAMPLE} is counted, and the counts are not exact.
 */
public record Counts(
        long total,
        boolean exact,
        Map<Long, Long> categories,
        Map<String, Long> tags,
        Map<Long, Long> writers,
        long open,
        long solved,
        long unanswered,
        long official,
        Map<Instant, Long> times) {

    static final int SAMPLE = 16;
}
