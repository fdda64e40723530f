package hilft.web.page.search;

import hilft.forum.member.MemberView;
import hilft.forum.search.Facets;
import hilft.forum.search.Facets.Choice;
import hilft.forum.search.Search;
import hilft.forum.search.SearchRequest;
import hilft.forum.search.SearchResult;
import hilft.forum.search.SearchResult.Outcome;
import hilft.forum.search.Since;
import hilft.forum.search.record.SearchRecords;
import hilft.forum.similar.Band;
import hilft.forum.similar.SimilarHit;
import hilft.forum.similar.SimilarQuestions;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.health.Outage;
import hilft.web.page.ListedQuestion;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions that match what was typed, narrowed by links; each state of it is an address. */
@Named
@RequestScoped
public class SearchPage {
    private static final int ROWS = 20;
    private static final int CATEGORIES = 8;
    private static final int TAGS = 6;
    private static final int AUTHORS = 5;

    /** When so few are found by their words, others are looked for by their meaning. */
    private static final int FEW = 3;

    private static final int RELATED = 4;

    /** Rough counts are told with two digits that mean something. */
    private static final int ROUGH = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    Search search;

    @Inject
    SearchRecords records;

    @Inject
    SimilarQuestions similar;

    @Inject
    Visitor visitor;

    @Inject
    Words words;

    private SearchAddress address;
    private SearchResult result;
    private List<FacetGroup> groups = List.of();
    private List<ShownHit> hits = List.of();
    private List<ListedQuestion> related = List.of();
    private @Nullable String after;

    @PostConstruct
    void read() {
        address = SearchAddress.of(request);
        after = Routes.parameter(request, "after");
        result = search.find(
                new SearchRequest(address.query(), address.filter(), address.newestFirst(), after, ROWS, true));
        if (isUnavailable()) {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            external.setResponseHeader("Retry-After", Outage.RETRY_AFTER);
        }
        if (isAskedAnew()) records.count(address.query(), isFound());
        groups = groups();
        Set<Long> blocked = visitor.member().map(MemberView::blocked).orElse(Set.of());
        hits = result.page().items().stream()
                .map(hit -> new ShownHit(
                        hit, blocked.contains(hit.question().author().id())))
                .toList();
        if ((isFound() || isNothing()) && isWide() && getHits().size() < FEW) {
            related = related(result.query().text(), blocked);
        }
    }

    /**
     * Whether somebody has sent off words, and not just turned a page or narrowed what was found. What is not found while
     * the index is being built may be there all the same.
     */
    private boolean isAskedAnew() {
        return after == null
                && !address.query().isEmpty()
                && address.narrowing().isEmpty()
                && (isFound() || (isNothing() && result.built() == 100));
    }

    private boolean isWide() {
        return after == null
                && result.filter().isNone()
                && !result.query().text().isBlank();
    }

    private List<ListedQuestion> related(String text, Set<Long> blocked) {
        Set<Long> shown = hits.stream().map(one -> one.hit().question().id()).collect(Collectors.toSet());
        return similar.find(text, RELATED).stream()
                .filter(hit -> hit.band() != Band.NONE)
                .map(SimilarHit::question)
                .filter(question -> !shown.contains(question.id()))
                .map(question -> new ListedQuestion(
                        question, false, blocked.contains(question.author().id())))
                .toList();
    }

    /** Questions that mean something like it, where few have its words. */
    public List<ListedQuestion> getRelated() {
        return related;
    }

    public String getQuery() {
        return address.query();
    }

    public List<ShownHit> getHits() {
        return hits;
    }

    public boolean isFound() {
        return result.outcome() == Outcome.FOUND;
    }

    public boolean isNothing() {
        return result.outcome() == Outcome.NOTHING;
    }

    public boolean isUnasked() {
        return result.outcome() == Outcome.UNASKED;
    }

    public boolean isUnavailable() {
        return result.outcome() == Outcome.UNAVAILABLE;
    }

    /** How much of the index there is, empty when all of it. */
    public String getBuilding() {
        return result.built() == 100 || isUnavailable() ? "" : words.number(result.built());
    }

    /** What stands above the results, and in the title. */
    public String getHeading() {
        if (isUnasked() || isUnavailable()) return words.of("search.title");
        return address.query().isEmpty() ? words.of("search.title.all") : words.of("search.title.for", address.query());
    }

    public String getTotal() {
        return words.of(
                result.exact() ? "search.total" : "search.total.rough",
                result.exact() ? result.total() : rough(result.total()));
    }

    public String getDidYouMean() {
        String right = result.didYouMean();
        return right == null ? "" : right;
    }

    public String getDidYouMeanUrl() {
        return address.of(getDidYouMean());
    }

    /** Categories and members that were named and do not exist. */
    public String getUnknown() {
        return String.join(", ", result.unknown());
    }

    public boolean isNewestFirst() {
        return address.newestFirst();
    }

    public String getBestUrl() {
        return address.without("sort", "newest");
    }

    public String getNewestUrl() {
        return address.with("sort", "newest");
    }

    /** What the box has to send along, so that other words stay narrowed. */
    public List<Map.Entry<String, String>> getNarrowing() {
        return address.narrowing();
    }

    public String getWideUrl() {
        return address.wide();
    }

    /** What the search is narrowed to, each with the way back. */
    public List<FacetLink> getChosen() {
        return address.narrowing().stream()
                .filter(entry -> !entry.getKey().equals("sort"))
                .map(entry -> new FacetLink(
                        label(entry.getKey(), entry.getValue()),
                        "",
                        address.without(entry.getKey(), entry.getValue()),
                        true))
                .toList();
    }

    /** As it is called among the choices, or as it stands in the address. */
    private String label(String name, String value) {
        Facets facets = result.facets();
        return switch (name) {
            case "category" ->
                facets.categories().stream()
                        .map(Choice::value)
                        .filter(category -> category.slug().equals(value))
                        .map(category -> category.name(words.getLanguage()))
                        .findFirst()
                        .orElse(value);
            case "author" -> "@" + value;
            case "state" -> words.of("question.state." + value);
            case "official" -> words.of("search.official");
            case "since" ->
                Since.find(value)
                        .map(since -> words.of("search.since." + since.label()))
                        .orElse(words.of("search.from", value));
            case "before" -> words.of("search.before", value);
            default -> value;
        };
    }

    /** What it can be narrowed to further; a kind with a single choice that changes nothing is left out. */
    public List<FacetGroup> getGroups() {
        return groups;
    }

    private List<FacetGroup> groups() {
        if (result.total() <= FEW && result.filter().isNone()) {
            return List.of();
        }
        Facets facets = result.facets();
        List<FacetGroup> all = new ArrayList<>();
        add(
                all,
                "state",
                official(
                        facets,
                        single(
                                "state",
                                facets.states(),
                                state -> state.label(),
                                state -> words.of("question.state." + state.label()))));
        add(
                all,
                "category",
                single(
                        "category",
                        facets.categories(),
                        category -> category.slug(),
                        category -> category.name(words.getLanguage())));
        add(
                all,
                "since",
                single("since", facets.times(), Since::label, since -> words.of("search.since." + since.label())));
        add(all, "tag", several("tag", facets.tags(), tag -> tag, tag -> tag));
        add(
                all,
                "author",
                several("author", facets.authors(), author -> author.handle(), author -> author.displayName()));
        return all;
    }

    private void add(List<FacetGroup> all, String name, List<FacetLink> links) {
        boolean narrows = links.size() > 1
                || links.stream()
                        .anyMatch(link -> link.chosen() || !link.count().equals(count(result.total())));
        if (narrows) {
            all.add(new FacetGroup(name, words.of("search.facet." + name), links));
        }
    }

    private List<FacetLink> official(Facets facets, List<FacetLink> states) {
        boolean chosen = address.has("official", "true");
        List<FacetLink> links = new ArrayList<>(states);
        if (facets.official() > 0 || chosen) {
            links.add(new FacetLink(
                    words.of("search.official"),
                    count(facets.official()),
                    chosen ? address.without("official", "true") : address.with("official", "true"),
                    chosen));
        }
        return links;
    }

    private <T> List<FacetLink> single(
            String name, List<Choice<T>> choices, Function<T, String> value, Function<T, String> label) {
        return links(name, choices, value, label, wanted -> address.with(name, wanted));
    }

    private <T> List<FacetLink> several(
            String name, List<Choice<T>> choices, Function<T, String> value, Function<T, String> label) {
        return links(name, choices, value, label, wanted -> address.plus(name, wanted));
    }

    private <T> List<FacetLink> links(
            String name,
            List<Choice<T>> choices,
            Function<T, String> value,
            Function<T, String> label,
            Function<String, String> choose) {
        return choices.stream()
                .limit(
                        switch (name) {
                            case "tag" -> TAGS;
                            case "author" -> AUTHORS;
                            default -> CATEGORIES;
                        })
                .map(choice -> {
                    String wanted = value.apply(choice.value());
                    boolean taken = address.has(name, wanted);
                    return new FacetLink(
                            label.apply(choice.value()),
                            count(choice.count()),
                            url(taken, choice.chosen(), name, wanted, choose),
                            taken || choice.chosen());
                })
                .toList();
    }

    /** What an operator in the box has chosen is taken back there. */
    private String url(boolean taken, boolean chosen, String name, String wanted, Function<String, String> choose) {
        if (taken) return address.without(name, wanted);
        return chosen ? "" : choose.apply(wanted);
    }

    private String count(long count) {
        return result.facets().exact() ? words.number(count) : words.of("search.about", words.number(rough(count)));
    }

    private static long rough(long count) {
        long step = 1;
        while (count / step >= ROUGH) {
            step *= 10;
        }
        return count / step * step;
    }

    /** The way to ask, with the words carried over. */
    public String getAskUrl() {
        return UriBuilder.fromPath("/ask")
                .queryParam("about", "{words}")
                .build(result.query().text())
                .toString();
    }

    public String getHereUrl() {
        return address.page(after);
    }

    public String getFirstUrl() {
        return after == null ? "" : address.page(null);
    }

    public String getNextUrl() {
        String next = result.page().next();
        return next == null ? "" : address.page(next);
    }
}
