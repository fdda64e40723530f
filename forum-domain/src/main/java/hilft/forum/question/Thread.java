package hilft.forum.question;

import hilft.forum.shared.Page;
import java.util.OptionalInt;

/**
 * A question with a page of its answers, the solution first.
 *
 * @param placeOfSolution behind how many of the other answers it would stand if it were not first, empty if that is on
 *     another page or there are none
 */
public record Thread(QuestionView question, Page<AnswerView> answers, OptionalInt placeOfSolution) {}
