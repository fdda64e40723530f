package hilft.forum.search;

import org.jspecify.annotations.Nullable;

/**
 * A search: what was typed, of which the first 300 characters, 12 words and 4 phrases count; what it is narrowed to
 * beside operators in it; which part of the list is wanted, {@code limit} 1 to 100; whether choices are to be counted.
 */
public record SearchRequest(
        @Nullable String typed,
        SearchFilter filter,
        boolean newestFirst,
        @Nullable String after,
        int limit,
        boolean withFacets) {}
