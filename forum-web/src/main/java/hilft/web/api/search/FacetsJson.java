package hilft.web.api.search;

import hilft.forum.question.QuestionFilter.State;
import hilft.forum.search.Facets;
import hilft.forum.search.Facets.Choice;
import hilft.forum.search.Since;
import java.util.List;
import java.util.function.Function;

/** What the search can be narrowed to, each value as its parameter takes it, with how many questions that leaves. */
public record FacetsJson(
        boolean exact,
        List<Value> category,
        List<Value> tag,
        List<Value> author,
        List<Value> state,
        List<Value> since,
        long official) {

    public record Value(String value, long count, boolean chosen) {}

    static FacetsJson of(Facets facets) {
        return new FacetsJson(
                facets.exact(),
                values(facets.categories(), category -> category.slug()),
                values(facets.tags(), tag -> tag),
                values(facets.authors(), author -> author.handle()),
                values(facets.states(), State::label),
                values(facets.times(), Since::label),
                facets.official());
    }

    private static <T> List<Value> values(List<Choice<T>> choices, Function<T, String> value) {
        return choices.stream()
                .map(choice -> new Value(value.apply(choice.value()), choice.count(), choice.chosen()))
                .toList();
    }
}
