package hilft.forum.search.index;

import java.util.List;
import java.util.Set;

/**
 * What is looked for. Of {@code words} at least {@code needed} must be there, in any form; those that are {@code loose}
 * may differ by a letter or two; {@code small} words only help to order. All {@code phrases} must be there word by word,
 * none of {@code without} may be. When {@code typing}, the last word may be the beginning of one in a title.
 */
public record Wanted(
        List<String> words,
        int needed,
        Set<String> loose,
        List<String> small,
        List<String> phrases,
        List<String> without,
        boolean typing,
        ThreadFilter filter,
        Order order) {

    /** Best shows what matches best first, newest what was asked last; without words both are the same. */
    public enum Order {
        BEST,
        NEWEST
    }

    public Wanted with(ThreadFilter other) {
        return new Wanted(words, needed, loose, small, phrases, without, typing, other, order);
    }

    /** The same with any of the words, each perhaps misspelt. */
    public Wanted anyLoosely() {
        return new Wanted(words, 1, Set.copyOf(words), small, phrases, without, typing, filter, order);
    }

    /** The same with words that may be misspelt. */
    public Wanted loosely() {
        return new Wanted(words, needed, Set.copyOf(words), small, phrases, without, typing, filter, order);
    }

    /** The same with none of the words missing. */
    Wanted withAllWords() {
        return new Wanted(words, words.size(), loose, small, phrases, without, typing, filter, order);
    }

    /** Whether there are words, none of them perhaps misspelt. */
    boolean hasPlainWords() {
        return !words.isEmpty() && loose.isEmpty();
    }

    boolean hasWords() {
        return !words.isEmpty() || !small.isEmpty() || !phrases.isEmpty();
    }
}
