package hilft.forum.question;

import hilft.forum.shared.Page;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A question with a page of its answers, the solution first.
 *
 * @param previous leads to the page before this one, as {@code answers.next()} to the one behind it; null for the first page
 * @param placeOfSolution behind how many of the other answers it would stand if it were not first, empty if that is on
 *     another page or there are none
 */
public record Thread(
        QuestionView question,
        Page<AnswerView> answers,
        @Nullable String previous,
        OptionalInt placeOfSolution) {}
