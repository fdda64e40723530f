package hilft.forum.search.index;

import hilft.forum.shared.Kept;
import java.time.Duration;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * The threads that most members had. When words stand in very many threads, they do not tell which one is meant, and to
 * weigh all of them takes longer the larger the forum is: then the best of these are as good an answer. Safe for many threads.
 */
final class Popular {

    /** Threads of a forum that are looked at first, at least. */
    static final int THREADS = 15_000;

    /** When so many of them have all the words, the others are not looked at; more than anybody can page through. */
    static final int COMMON = 1_000;

    /** No thread is popular: nobody said "me too" yet, or the forum is so small that all can be looked at. */
    static final int NONE = 0;

    private static final int SMALL_PART = 4;
    private static final int MOST_HAD = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final int threads;
    private final int common;
    private final Kept<Integer> least = new Kept<>(KEPT);

    Popular(int threads, int common) {
        this.threads = threads;
        this.common = common;
    }

    int common() {
        return common;
    }

    /** How many members had what a popular thread asks, at least, as it was a minute ago at most; or {@link #NONE}. */
    int least(SearchSession session) {
        return least.get(() -> read(session));
    }

    private int read(SearchSession session) {
        long small = count(session, 0) / SMALL_PART;
        int found = NONE;
        for (int had = 1; had <= MOST_HAD; had += 1 + had / 2) {
            long popular = count(session, had);
            if (popular < threads) {
                break;
            }
            found = popular <= small ? had : NONE;
        }
        return found;
    }

    private static long count(SearchSession session, int had) {
        return session.search(ThreadDocument.class)
                .where(f -> predicate(f, had))
                .fetchTotalHitCount();
    }

    static PredicateFinalStep predicate(SearchPredicateFactory f, int had) {
        return f.range().field("meTooCount").atLeast(had);
    }
}
