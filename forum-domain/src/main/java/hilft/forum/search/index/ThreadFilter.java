package hilft.forum.search.index;

import hilft.forum.question.QuestionFilter.State;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which threads are wanted: of any of these categories, with all of these tags, in which all of these members wrote; an
 * empty set and null want all. Asked from {@code from} on and before {@code until}.
 */
public record ThreadFilter(
        Set<Long> categories,
        Set<String> tags,
        Set<Long> writers,
        @Nullable State state,
        boolean official,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final ThreadFilter ALL = new ThreadFilter(Set.of(), Set.of(), Set.of(), null, false, null, null);

    public ThreadFilter withoutCategories() {
        return new ThreadFilter(Set.of(), tags, writers, state, official, from, until);
    }

    public ThreadFilter withoutState() {
        return new ThreadFilter(categories, tags, writers, null, official, from, until);
    }

    public ThreadFilter withoutTimes() {
        return new ThreadFilter(categories, tags, writers, state, official, null, null);
    }
}
