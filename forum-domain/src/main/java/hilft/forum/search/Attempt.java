package hilft.forum.search;

import hilft.forum.search.index.Counts;
import hilft.forum.search.index.Found;
import hilft.forum.search.index.SearchIndex;
import hilft.forum.search.index.Wanted;
import hilft.forum.search.upkeep.Upkeep;
import hilft.forum.shared.Cursor;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One search, from words as they are typed to any of them and perhaps misspelt, until something is found. */
final class Attempt {

    /** Nobody reads further, and each page costs as much as all pages before it. */
    private static final int DEPTH_MAX = 500;

    /** When so few are found, perhaps a word is misspelt. */
    private static final int FEW = 3;

    private final Upkeep upkeep;
    private final ThreadTexts texts;
    private final Query query;
    private final int limit;
    private final WordMarker marker;
    private final Map<Long, ThreadText> read = new HashMap<>();
    private Strictness strictness;
    private final int offset;
    private Wanted wanted;
    private Found found = Found.NOTHING;
    private @Nullable String didYouMean;

    /** How words are taken: as they are, perhaps misspelt, or any of them and perhaps misspelt. */
    private enum Strictness {
        EXACT,
        LOOSE,
        ANY;

        Wanted of(Wanted wanted) {
            return switch (this) {
                case EXACT -> wanted;
                case LOOSE -> wanted.loosely();
                case ANY -> wanted.anyLoosely();
            };
        }
    }

    /** The index does not answer. */
    static final class Unavailable extends RuntimeException {
        Unavailable() {
            super("the search index does not answer", null, false, false);
        }
    }

    /**
     * Looks for what is wanted.
     *
     * @throws Unavailable when the index does not answer
     */
    Attempt(Upkeep upkeep, ThreadTexts texts, Query query, Wanted exactly, @Nullable String after, int limit) {
        this.upkeep = upkeep;
        this.texts = texts;
        this.query = query;
        this.limit = limit;
        marker = new WordMarker(upkeep.analysis(), query.words(), query.phrases());
        wanted = exactly;
        Optional<Cursor> place =
                Cursor.decode(after).filter(cursor -> cursor.key() >= 0 && cursor.key() < Strictness.values().length);
        offset = (int) place.map(cursor -> Math.min(Math.max(cursor.id(), 0), DEPTH_MAX))
                .orElse(0L)
                .longValue();
        strictness =
                place.map(cursor -> Strictness.values()[(int) cursor.key()]).orElse(Strictness.EXACT);
        look(exactly, strictness);
        if (place.isEmpty() && !query.words().isEmpty()) {
            lookMoreLoosely(exactly);
        }
        if (strictness != Strictness.EXACT) {
            putRight();
        }
    }

    private void look(Wanted exactly, Strictness how) {
        strictness = how;
        wanted = how.of(exactly);
        Wanted now = wanted;
        found = ask(index -> index.find(now, offset, limit + 1));
        Set<Long> unread = new HashSet<>();
        found.hits().stream()
                .map(Found.Hit::id)
                .filter(id -> !read.containsKey(id))
                .forEach(unread::add);
        read.putAll(texts.read(unread));
    }

    private <T> T ask(Function<SearchIndex, T> question) {
        return upkeep.ask(question).orElseThrow(Unavailable::new);
    }

    /** What is found may lack a word that is only misspelt; what is found when it may be misspelt must then have it. */
    private void lookMoreLoosely(Wanted exactly) {
        BitSet missing = missing();
        Found strict = found;
        if (missing.isEmpty() && strict.hits().size() >= FEW) {
            return;
        }
        if (!isBetterLoosely(exactly, strict, missing)) {
            strictness = Strictness.EXACT;
            wanted = exactly;
            found = strict;
        }
    }

    private boolean isBetterLoosely(Wanted exactly, Found strict, BitSet missing) {
        try {
            look(exactly, Strictness.LOOSE);
            if (found.hits().isEmpty() && query.words().size() > 1) {
                look(exactly, Strictness.ANY);
            }
        } catch (Unavailable busy) {
            if (strict.hits().isEmpty()) {
                throw busy;
            }
            return false;
        }
        return strict.hits().isEmpty() || (found.total() > strict.total() && hasAlike(missing));
    }

    /** Words, by their numbers, that stand in none of the texts found. */
    private BitSet missing() {
        BitSet missing = new BitSet();
        missing.set(0, query.words().size());
        foundTexts().forEach(text -> missing.andNot(marker.matched(text)));
        return missing;
    }

    private boolean hasAlike(BitSet words) {
        return words.stream()
                .anyMatch(word ->
                        foundTexts().anyMatch(text -> !marker.alike(word, text).isEmpty()));
    }

    /** For each word that is nowhere, the word like it that stands in the texts most often. */
    private void putRight() {
        String right = query.typed();
        for (int word : missing().stream().toArray()) {
            Map<String, Integer> alike = new HashMap<>();
            foundTexts()
                    .forEach(text -> marker.alike(word, text)
                            .forEach((other, times) -> alike.merge(other, times, Integer::sum)));
            Optional<String> best = alike.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey);
            if (best.isPresent()) {
                right = right.replace(query.words().get(word), best.get());
                alike.keySet().forEach(other -> marker.alsoMark(other, word));
            }
        }
        didYouMean = right.equals(query.typed()) ? null : right;
    }

    private Stream<String> foundTexts() {
        return found.hits().stream()
                .map(hit -> read.get(hit.id()))
                .filter(Objects::nonNull)
                .flatMap(thread -> Stream.concat(
                        Stream.of(thread.title(), thread.body()),
                        thread.answers().stream().map(ThreadText.Answer::text)));
    }

    /** Counts what was found by what it can be narrowed to; empty when the index has no time for that. */
    Optional<Counts> count(List<Instant> times) {
        Wanted counted = wanted;
        Found all = found;
        return upkeep.ask(index -> index.count(counted, all, times));
    }

    Found found() {
        return found;
    }

    /** The hits of this page, without the one that only tells that there are more. */
    List<Found.Hit> hits() {
        return found.hits().subList(0, Math.min(found.hits().size(), limit));
    }

    /** Where the next page begins, or null at the end. */
    @Nullable
    String next() {
        int next = offset + limit;
        return found.hits().size() > limit && next < DEPTH_MAX ? new Cursor(strictness.ordinal(), next).encode() : null;
    }

    /** What is shown of a hit, or null when its text may no longer be read. */
    @Nullable
    ThreadText text(long id) {
        return read.get(id);
    }

    WordMarker marker() {
        return marker;
    }

    /** What was typed with misspelt words put right, or null. */
    @Nullable
    String didYouMean() {
        return didYouMean;
    }
}
