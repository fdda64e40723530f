package hilft.forum.search;

import hilft.forum.shared.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found. {@code filter} is what it was narrowed to by operators and otherwise; {@code total} is exact, or
 * at least so many; {@code didYouMean} is what was typed with misspelt words put right; {@code unknown} are categories
 * and members named in it that do not exist; {@code built} is how much of the index there is, 100 but while it is built.
 */
public record SearchResult(
        Outcome outcome,
        Query query,
        SearchFilter filter,
        Page<SearchHit> page,
        long total,
        boolean exact,
        Facets facets,
        @Nullable String didYouMean,
        List<String> unknown,
        int built) {

    /** Unasked when nothing was typed or chosen; unavailable when the search cannot answer now. */
    public enum Outcome {
        UNASKED,
        FOUND,
        NOTHING,
        UNAVAILABLE
    }

    static SearchResult without(Outcome outcome, Query query, SearchFilter filter, List<String> unknown, int built) {
        return new SearchResult(
                outcome, query, filter, new Page<>(List.of(), null), 0, true, Facets.NONE, null, unknown, built);
    }
}
