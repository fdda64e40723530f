package hilft.web.page;

import hilft.forum.question.QuestionProblem;
import org.jspecify.annotations.Nullable;

/** Reads ids from addresses; what is no number names nothing. */
public final class Ids {

    private Ids() {}

    public static long of(@Nullable String typed) {
        try {
            return Long.parseLong(String.valueOf(typed));
        } catch (NumberFormatException noNumber) {
            throw new QuestionProblem(QuestionProblem.Reason.UNKNOWN);
        }
    }
}
