package hilft.forum.search;

import java.util.List;

/**
 * What somebody typed, and without operators, taken apart: words that tell something, small ones that tell little, phrases to be met word by
 * word, words and phrases that must not be there, and what the operators narrow the search to.
 */
public record Query(
        String typed,
        String text,
        List<String> words,
        List<String> small,
        List<String> phrases,
        List<String> without,
        SearchFilter filter) {

    public boolean isEmpty() {
        return words.isEmpty() && small.isEmpty() && phrases.isEmpty() && without.isEmpty() && filter.isNone();
    }
}
