package hilft.web.api.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found. {@code total} is exact, or at least so many; {@code didYouMean} is the query with misspelt
 * words put right; {@code unknown} names categories and members that do not exist; {@code built} is how much of the index
 * there is, in percent; {@code facets} is null when they were not asked for.
 */
public record SearchJson(
        List<SearchItemJson> items,
        @Nullable String next,
        long total,
        boolean totalExact,
        @Nullable String didYouMean,
        List<String> unknown,
        int built,
        @Nullable FacetsJson facets) {}
