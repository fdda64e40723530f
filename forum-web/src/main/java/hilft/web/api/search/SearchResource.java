package hilft.web.api.search;

import hilft.forum.question.QuestionFilter.State;
import hilft.forum.search.Search;
import hilft.forum.search.SearchFilter;
import hilft.forum.search.SearchHit;
import hilft.forum.search.SearchRequest;
import hilft.forum.search.SearchResult;
import hilft.forum.search.SearchResult.Outcome;
import hilft.forum.search.Since;
import hilft.web.api.http.Paging;
import hilft.web.api.problem.ApiProblem;
import hilft.web.api.question.QuestionItemJson;
import hilft.web.api.question.Representations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions by their words and by what they are narrowed to, the best match first. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SearchResource {

    private static final int MOST_VALUES = 10;

    @Inject
    Search search;

    @Inject
    Representations representations;

    @GET
    public SearchJson find(
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("category") List<String> categories,
            @QueryParam("tag") List<String> tags,
            @QueryParam("author") List<String> authors,
            @QueryParam("state") @Nullable String state,
            @QueryParam("official") @DefaultValue("false") String official,
            @QueryParam("since") @Nullable String since,
            @QueryParam("before") @Nullable String before,
            @QueryParam("sort") @DefaultValue("best") String sort,
            @QueryParam("facets") @DefaultValue("true") String facets,
            @BeanParam Paging paging) {
        Optional<Since> period = Since.find(since);
        SearchFilter filter = new SearchFilter(
                few("category", categories),
                few("tag", tags),
                few("author", authors),
                state == null ? null : State.find(state).orElseThrow(() -> ApiProblem.parameter("state")),
                truth("official", official),
                period.orElse(null),
                since == null || period.isPresent() ? null : day("since", since),
                before == null ? null : day("before", before));
        SearchResult result = search.find(new SearchRequest(
                query, filter, newestFirst(sort), paging.after(), paging.limit(), truth("facets", facets)));
        if (result.outcome() == Outcome.UNAVAILABLE) {
            throw ApiProblem.unavailable();
        }
        return json(result, truth("facets", facets));
    }

    private static List<String> few(String name, List<String> values) {
        if (values.size() > MOST_VALUES || values.stream().anyMatch(String::isBlank)) {
            throw ApiProblem.parameter(name);
        }
        return List.copyOf(values);
    }

    private static boolean truth(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ApiProblem.parameter(name);
        };
    }

    private static boolean newestFirst(String sort) {
        return switch (sort) {
            case "best" -> false;
            case "newest" -> true;
            default -> throw ApiProblem.parameter("sort");
        };
    }

    private static LocalDate day(String name, String value) {
        return SearchFilter.day(value).orElseThrow(() -> ApiProblem.parameter(name));
    }

    private SearchJson json(SearchResult result, boolean withFacets) {
        List<SearchHit> hits = result.page().items();
        List<QuestionItemJson> items =
                representations.items(hits.stream().map(SearchHit::question).toList());
        List<SearchItemJson> shown = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            shown.add(SearchItemJson.of(hits.get(i), items.get(i)));
        }
        return new SearchJson(
                shown,
                result.page().next(),
                result.total(),
                result.exact(),
                result.didYouMean(),
                result.unknown(),
                result.built(),
                withFacets ? FacetsJson.of(result.facets()) : null);
    }
}
