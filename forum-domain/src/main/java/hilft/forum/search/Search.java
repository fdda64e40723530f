package hilft.forum.search;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.question.QuestionFilter.State;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.search.Facets.Choice;
import hilft.forum.search.SearchResult.Outcome;
import hilft.forum.search.index.Counts;
import hilft.forum.search.index.Found;
import hilft.forum.search.index.ThreadFilter;
import hilft.forum.search.index.Wanted;
import hilft.forum.search.index.Wanted.Order;
import hilft.forum.search.upkeep.Upkeep;
import hilft.forum.shared.Page;
import hilft.forum.tag.TagQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds questions by what stands in them and in their answers. The index says which; what is shown of them, and whether
 * it may be shown, comes from the database at the moment of asking, in four statements at most.
 */
@ApplicationScoped
public class Search {

    private static final int EXCERPT = 220;

    /** Up to so many words all must be there; of more, a quarter may be missing. */
    private static final int STRICT_WORDS = 3;

    @Inject
    Upkeep upkeep;

    @Inject
    ThreadTexts texts;

    @Inject
    QuestionQueries questions;

    @Inject
    CategoryQueries categories;

    @Inject
    TagQueries tags;

    @Inject
    MemberQueries members;

    @Inject
    Handles handles;

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    /** What is found, the best or the newest first; only the first 500 can be paged through. */
    public SearchResult find(SearchRequest request) {
        Query query = QueryReader.read(request.typed());
        SearchFilter filter = query.filter().and(request.filter());
        int built = upkeep.built();
        if (query.isEmpty() && filter.isNone()) {
            return SearchResult.without(Outcome.UNASKED, query, filter, List.of(), built);
        }
        Narrowed narrowed = narrow(filter);
        if (!narrowed.unknown().isEmpty()) {
            return SearchResult.without(Outcome.NOTHING, query, filter, narrowed.unknown(), built);
        }
        try {
            Wanted wanted = wanted(query, narrowed.filter(), request.newestFirst());
            Attempt attempt = new Attempt(upkeep, texts, query, wanted, request.after(), request.limit());
            return result(attempt, request, query, filter, narrowed.filter(), built);
        } catch (Attempt.Unavailable noAnswer) {
            return SearchResult.without(Outcome.UNAVAILABLE, query, filter, List.of(), built);
        }
    }

    /** What a filter's words stand for, and those that stand for nothing. */
    private record Narrowed(ThreadFilter filter, List<String> unknown) {}

    private Narrowed narrow(SearchFilter filter) {
        List<String> unknown = new ArrayList<>();
        Set<Long> inCategories = new HashSet<>();
        for (String name : filter.categories()) {
            category(name).ifPresentOrElse(category -> inCategories.add(category.id()), () -> unknown.add(name));
        }
        Set<Long> by = new HashSet<>();
        for (String handle : filter.authors()) {
            handles.find(handle).ifPresentOrElse(by::add, () -> unknown.add("@" + handle));
        }
        return new Narrowed(
                new ThreadFilter(
                        inCategories,
                        filter.tags().stream().map(tags::main).collect(Collectors.toSet()),
                        by,
                        filter.state(),
                        filter.official(),
                        from(filter),
                        filter.before() == null ? null : start(filter.before())),
                unknown);
    }

    /** By its slug or by its name in either language. */
    private Optional<CategoryView> category(String name) {
        return categories.all().stream()
                .filter(category -> Stream.of(category.slug(), category.nameDe(), category.nameEn())
                        .anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    private @Nullable Instant from(SearchFilter filter) {
        Since since = filter.since();
        return Stream.of(
                        Optional.ofNullable(filter.from()),
                        Optional.ofNullable(since).map(period -> period.from(today())))
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .map(this::start)
                .orElse(null);
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Wanted wanted(Query query, ThreadFilter filter, boolean newestFirst) {
        int words = query.words().size();
        return new Wanted(
                query.words(),
                words <= STRICT_WORDS ? words : words - (words + 3) / 4,
                Set.of(),
                query.small(),
                query.phrases(),
                query.without(),
                true,
                filter,
                newestFirst ? Order.NEWEST : Order.BEST);
    }

    private SearchResult result(
            Attempt attempt,
            SearchRequest request,
            Query query,
            SearchFilter filter,
            ThreadFilter narrowed,
            int built) {
        Found found = attempt.found();
        Counts counts = request.withFacets() ? attempt.count(times()).orElse(null) : null;
        Page<SearchHit> page = new Page<>(hits(attempt), attempt.next());
        return new SearchResult(
                page.isEmpty() ? Outcome.NOTHING : Outcome.FOUND,
                query,
                filter,
                page,
                counts == null ? found.total() : Math.max(found.total(), counts.total()),
                found.exact(),
                counts == null ? Facets.NONE : facets(counts, narrowed, filter),
                attempt.didYouMean(),
                List.of(),
                built);
    }

    private List<SearchHit> hits(Attempt attempt) {
        List<Found.Hit> hits = attempt.hits();
        Map<Long, QuestionItem> items = new HashMap<>();
        questions.list(hits.stream().map(Found.Hit::id).toList()).forEach(item -> items.put(item.id(), item));
        List<SearchHit> shown = new ArrayList<>();
        for (Found.Hit hit : hits) {
            QuestionItem item = items.get(hit.id());
            ThreadText text = attempt.text(hit.id());
            if (item != null && text != null) {
                shown.add(hit(item, hit.score(), text, attempt.marker()));
            }
        }
        return shown;
    }

    /** With the part in which most of the words stand: the question when no answer has more. */
    private static SearchHit hit(QuestionItem item, double score, ThreadText text, WordMarker marker) {
        BitSet inTitle = marker.matched(text.title());
        BitSet inQuestion = marker.matched(text.body());
        inQuestion.or(inTitle);
        ThreadText.Answer best = null;
        int most = inQuestion.cardinality();
        for (ThreadText.Answer answer : text.answers()) {
            BitSet inAnswer = marker.matched(answer.text());
            inAnswer.or(inTitle);
            if (inAnswer.cardinality() > most) {
                most = inAnswer.cardinality();
                best = answer;
            }
        }
        return new SearchHit(
                item,
                score,
                marker.mark(text.title()),
                marker.excerpt(best == null ? text.body() : best.text(), EXCERPT),
                best == null ? item.language() : best.language(),
                best == null ? null : best.id(),
                best != null && best.solution());
    }

    private Facets facets(Counts counts, ThreadFilter narrowed, SearchFilter filter) {
        Map<Long, CategoryView> byId = categories.byId();
        Map<Long, Author> authors = members.authors(counts.writers().keySet());
        return new Facets(
                counts.exact(),
                choices(
                        counts.categories(),
                        id -> Optional.ofNullable(byId.get(id)),
                        category -> narrowed.categories().contains(category.id())),
                choices(counts.tags(), Optional::of, narrowed.tags()::contains),
                choices(
                        counts.writers(),
                        id -> Optional.ofNullable(authors.get(id)).filter(author -> !author.deleted()),
                        author -> narrowed.writers().contains(author.id())),
                states(counts, narrowed),
                counts.official(),
                times(counts, filter));
    }

    private static <K, T> List<Choice<T>> choices(
            Map<K, Long> counts, Function<K, Optional<T>> of, Predicate<T> chosen) {
        List<Choice<T>> choices = new ArrayList<>();
        counts.forEach((key, count) ->
                of.apply(key).ifPresent(value -> choices.add(new Choice<>(value, count, chosen.test(value)))));
        return choices;
    }

    private static List<Choice<State>> states(Counts counts, ThreadFilter narrowed) {
        return Stream.of(
                        new Choice<>(State.OPEN, counts.open(), narrowed.state() == State.OPEN),
                        new Choice<>(State.UNANSWERED, counts.unanswered(), narrowed.state() == State.UNANSWERED),
                        new Choice<>(State.SOLVED, counts.solved(), narrowed.state() == State.SOLVED))
                .filter(choice -> choice.count() > 0 || choice.chosen())
                .toList();
    }

    private List<Instant> times() {
        return Arrays.stream(Since.values())
                .map(since -> start(since.from(today())))
                .toList();
    }

    private List<Choice<Since>> times(Counts counts, SearchFilter filter) {
        return Arrays.stream(Since.values())
                .map(since -> new Choice<>(
                        since,
                        counts.times().getOrDefault(start(since.from(today())), 0L),
                        Objects.equals(since, filter.since())))
                .filter(choice -> choice.count() > 0 || choice.chosen())
                .toList();
    }
}
