package hilft.forum.search;

import hilft.forum.category.CategoryView;
import hilft.forum.member.Author;
import hilft.forum.question.QuestionFilter.State;
import java.util.List;

/**
 * What a search can be narrowed to and how many questions each choice leaves, the most frequent first; of categories,
 * states and times, where one choice takes the place of another, how many there would be of it. Rough when very many match,
 * and then of only those authors who wrote in the best.
 */
public record Facets(
        boolean exact,
        List<Choice<CategoryView>> categories,
        List<Choice<String>> tags,
        List<Choice<Author>> authors,
        List<Choice<State>> states,
        long official,
        List<Choice<Since>> times) {

    public static final Facets NONE = new Facets(true, List.of(), List.of(), List.of(), List.of(), 0, List.of());

    /** A value to narrow to, and whether it is narrowed to it already. */
    public record Choice<T>(T value, long count, boolean chosen) {}
}
