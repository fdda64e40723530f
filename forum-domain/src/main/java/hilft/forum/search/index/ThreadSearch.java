package hilft.forum.search.index;

import hilft.forum.search.analysis.Analysis;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.aggregation.dsl.AggregationFinalStep;
import org.hibernate.search.engine.search.aggregation.dsl.SearchAggregationFactory;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.data.Range;

/** Finds and counts the threads that somebody wants. */
final class ThreadSearch {

    /** Up to so many hits are told exactly, and counted one by one. */
    private static final int COUNTED_MAX = 5_000;

    /** Of a sample, only those who wrote in so many hits are named: to count everybody takes longer than the search. */
    private static final int BEST = 200;

    private static final int CATEGORIES_MAX = 50;
    private static final int TAGS_MAX = 12;
    private static final int WRITERS_MAX = 8;
    private static final AggregationKey<Map<Long, Long>> CATEGORIES = AggregationKey.of("categories");
    private static final AggregationKey<Map<String, Long>> TAGS = AggregationKey.of("tags");
    private static final AggregationKey<Map<Long, Long>> WRITERS = AggregationKey.of("writers");
    private static final AggregationKey<Map<Boolean, Long>> SOLVED = AggregationKey.of("solved");
    private static final AggregationKey<Map<Boolean, Long>> UNANSWERED = AggregationKey.of("unanswered");
    private static final AggregationKey<Map<Boolean, Long>> OFFICIAL = AggregationKey.of("official");
    private static final AggregationKey<Map<Range<Instant>, Long>> TIMES = AggregationKey.of("times");

    private final SearchSession session;
    private final Analysis analysis;
    private final ThreadQuery query;
    private final Wanted wanted;

    ThreadSearch(SearchSession session, Analysis analysis, Wanted wanted) {
        this.session = session;
        this.analysis = analysis;
        this.wanted = wanted;
        this.query = new ThreadQuery(analysis, wanted);
    }

    /** Words that very many threads have are looked for among the popular ones alone. */
    Found find(int offset, int limit, Popular popular) {
        int depth = Math.max(offset + limit, BEST);
        int least =
                wanted.order() == Wanted.Order.BEST && wanted.hasPlainWords() ? popular.least(session) : Popular.NONE;
        if (least != Popular.NONE) {
            ThreadQuery strict = new ThreadQuery(analysis, wanted.withAllWords());
            SearchResult<Found.Hit> common =
                    hits(f -> f.bool().must(strict.predicate(f)).filter(Popular.predicate(f, least)), depth);
            if (common.total().hitCountLowerBound() >= popular.common()) {
                return found(common, offset, limit, false);
            }
        }
        SearchResult<Found.Hit> all = hits(query::predicate, depth);
        return found(all, offset, limit, all.total().isHitCountExact() && !all.timedOut());
    }

    private static Found found(SearchResult<Found.Hit> result, int offset, int limit, boolean exact) {
        List<Found.Hit> hits = result.hits();
        return new Found(
                hits.stream().skip(offset).limit(limit).toList(),
                result.total().hitCountLowerBound(),
                exact,
                hits.stream().limit(BEST).map(Found.Hit::id).toList());
    }

    private SearchResult<Found.Hit> hits(
            Function<SearchPredicateFactory, ? extends PredicateFinalStep> where, int depth) {
        boolean newest = wanted.order() == Wanted.Order.NEWEST || !wanted.hasWords();
        return session.search(ThreadDocument.class)
                .select(f ->
                        f.composite().from(f.id(Long.class), f.score()).as((id, score) -> new Found.Hit(id, score)))
                .where(where::apply)
                .sort(f -> newest
                        ? f.composite().add(f.field("askedAt").desc()).add(f.score())
                        : f.composite().add(f.score()))
                .totalHitCountThreshold(COUNTED_MAX)
                .truncateAfter(SearchIndex.TIME_MAX_MILLIS, TimeUnit.MILLISECONDS)
                .fetch(depth);
    }

    /** Counts what else there is of each kind: of a kind that is narrowed, all that there would be without that. */
    Counts count(Found found, List<Instant> times) {
        ThreadFilter filter = wanted.filter();
        List<Range<Instant>> since = times.stream().map(Range::atLeast).toList();
        boolean sample = found.total() > COUNTED_MAX || !found.exact();
        int factor = sample ? Counts.SAMPLE : 1;
        boolean allKnown = found.exact() && found.total() <= found.best().size();
        SearchResult<?> all = allKnown
                ? counted(f -> these(f, found.best()), sample, since)
                : counted(f -> query.predicate(f, filter, sample), sample, since);
        Map<Long, Long> categories = filter.categories().isEmpty()
                ? all.aggregation(CATEGORIES)
                : counted(
                        CATEGORIES,
                        ThreadSearch::byCategory,
                        f -> query.predicate(f, filter.withoutCategories(), sample));
        SearchResult<?> ofStates =
                filter.state() == null ? all : countedByState(f -> query.predicate(f, filter.withoutState(), sample));
        Map<Boolean, Long> solved = ofStates.aggregation(SOLVED);
        Map<Range<Instant>, Long> asked = filter.from() == null && filter.until() == null
                ? all.aggregation(TIMES)
                : counted(TIMES, f -> byTimes(f, since), f -> query.predicate(f, filter.withoutTimes(), sample));
        return new Counts(
                all.total().hitCountLowerBound() * factor,
                !sample && !all.timedOut(),
                times(categories, factor),
                times(all.aggregation(TAGS), factor),
                sample ? sampledWriters(found.best()) : all.aggregation(WRITERS),
                solved.getOrDefault(false, 0L) * factor,
                solved.getOrDefault(true, 0L) * factor,
                ofStates.aggregation(UNANSWERED).getOrDefault(true, 0L) * factor,
                all.aggregation(OFFICIAL).getOrDefault(true, 0L) * factor,
                since(asked, factor));
    }

    private SearchResult<?> counted(
            Function<SearchPredicateFactory, ? extends PredicateFinalStep> where,
            boolean sample,
            List<Range<Instant>> since) {
        var counting = session.search(ThreadDocument.class)
                .where(where::apply)
                .aggregation(CATEGORIES, ThreadSearch::byCategory)
                .aggregation(TAGS, f -> f.terms().field("tags", String.class).maxTermCount(TAGS_MAX))
                .aggregation(SOLVED, ThreadSearch::bySolved)
                .aggregation(UNANSWERED, ThreadSearch::byUnanswered)
                .aggregation(OFFICIAL, f -> f.terms().field("official", Boolean.class));
        if (!sample) {
            counting = counting.aggregation(WRITERS, ThreadSearch::byWriters);
        }
        return counting.aggregation(TIMES, f -> byTimes(f, since))
                .truncateAfter(SearchIndex.TIME_MAX_MILLIS, TimeUnit.MILLISECONDS)
                .fetch(0);
    }

    private SearchResult<?> countedByState(Function<SearchPredicateFactory, ? extends PredicateFinalStep> where) {
        return session.search(ThreadDocument.class)
                .where(where::apply)
                .aggregation(SOLVED, ThreadSearch::bySolved)
                .aggregation(UNANSWERED, ThreadSearch::byUnanswered)
                .truncateAfter(SearchIndex.TIME_MAX_MILLIS, TimeUnit.MILLISECONDS)
                .fetch(0);
    }

    private <A> A counted(
            AggregationKey<A> kind,
            Function<SearchAggregationFactory, ? extends AggregationFinalStep<A>> by,
            Function<SearchPredicateFactory, ? extends PredicateFinalStep> where) {
        return session.search(ThreadDocument.class)
                .where(where::apply)
                .aggregation(kind, by)
                .truncateAfter(SearchIndex.TIME_MAX_MILLIS, TimeUnit.MILLISECONDS)
                .fetch(0)
                .aggregation(kind);
    }

    private static PredicateFinalStep these(SearchPredicateFactory f, List<Long> ids) {
        return ids.isEmpty() ? f.matchNone() : f.id().matchingAny(ids);
    }

    private static AggregationFinalStep<Map<Long, Long>> byCategory(SearchAggregationFactory f) {
        return f.terms().field("category", Long.class).maxTermCount(CATEGORIES_MAX);
    }

    private static AggregationFinalStep<Map<Boolean, Long>> bySolved(SearchAggregationFactory f) {
        return f.terms().field("solved", Boolean.class);
    }

    private static AggregationFinalStep<Map<Boolean, Long>> byUnanswered(SearchAggregationFactory f) {
        return f.terms().field("unanswered", Boolean.class);
    }

    private static AggregationFinalStep<Map<Range<Instant>, Long>> byTimes(
            SearchAggregationFactory f, List<Range<Instant>> times) {
        return f.range().field("askedAt", Instant.class).ranges(times);
    }

    private static AggregationFinalStep<Map<Long, Long>> byWriters(SearchAggregationFactory f) {
        return f.terms().field("writers", Long.class).maxTermCount(WRITERS_MAX);
    }

    /** Each on its own: in very many threads very many others have written, and all of them would be counted. */
    private Map<Long, Long> sampledWriters(List<Long> best) {
        if (best.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> ofBest = counted(WRITERS, ThreadSearch::byWriters, f -> these(f, best));
        return ofBest.entrySet().stream()
                .map(writer -> Map.entry(writer.getKey(), Math.max(writer.getValue(), sampled(writer.getKey()))))
                .sorted(Map.Entry.<Long, Long>comparingByValue().reversed())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private long sampled(long writer) {
        return Counts.SAMPLE
                * session.search(ThreadDocument.class)
                        .where(f -> f.bool()
                                .must(query.predicate(f, wanted.filter(), true))
                                .filter(f.match().field("writers").matching(writer)))
                        .truncateAfter(SearchIndex.TIME_MAX_MILLIS, TimeUnit.MILLISECONDS)
                        .fetchTotalHitCount();
    }

    private static <K> Map<K, Long> times(Map<K, Long> counts, int factor) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue() * factor,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Map<Instant, Long> since(Map<Range<Instant>, Long> counts, int factor) {
        Map<Instant, Long> since = new HashMap<>();
        counts.forEach((range, count) -> range.lowerBoundValue().ifPresent(from -> since.put(from, count * factor)));
        return since;
    }
}
