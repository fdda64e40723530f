package hilft.forum.search;

import hilft.forum.question.QuestionFilter.State;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search is narrowed to, in the words of addresses: slugs of categories, of which any will do, names of tags, in
 * whatever letters, and handles of members, all of which must be met. Days are those of the forum's zone; {@code from} is the first that
 * counts, {@code before} the first that does not; {@code since} says the same as {@code from}, and the later one counts.
 */
public record SearchFilter(
        List<String> categories,
        List<String> tags,
        List<String> authors,
        @Nullable State state,
        boolean official,
        @Nullable Since since,
        @Nullable LocalDate from,
        @Nullable LocalDate before) {

    public SearchFilter {
        tags = tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList();
    }

    public static final SearchFilter NONE =
            new SearchFilter(List.of(), List.of(), List.of(), null, false, null, null, null);

    /** A day as addresses and the search box name it, such as 2026-11-25; empty for anything else. */
    public static Optional<LocalDate> day(@Nullable String text) {
        return text == null ? Optional.empty() : QueryReader.day(text);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Both together; where they contradict each other, the other one counts. */
    public SearchFilter and(SearchFilter other) {
        return new SearchFilter(
                other.categories.isEmpty() ? categories : other.categories,
                union(tags, other.tags),
                union(authors, other.authors),
                other.state == null ? state : other.state,
                official || other.official,
                other.since == null ? since : other.since,
                other.from == null ? from : other.from,
                other.before == null ? before : other.before);
    }

    private static List<String> union(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
