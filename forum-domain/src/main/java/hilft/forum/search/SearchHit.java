package hilft.forum.search;

import hilft.forum.question.QuestionItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread that matches, with how well; scores compare within one answer only. The excerpt is of the question, or of the
 * answer that matches better, in {@code language}.
 */
public record SearchHit(
        QuestionItem question,
        double score,
        List<Piece> title,
        List<Piece> excerpt,
        String language,
        @Nullable Long answerId,
        boolean solution) {

    /** The title as safe HTML, with what was looked for in {@code mark} elements. */
    public String titleHtml() {
        return Piece.html(title);
    }

    /** The excerpt in the same way. */
    public String excerptHtml() {
        return Piece.html(excerpt);
    }

    /** Where the part stands that matches. */
    public String partUrl() {
        return answerId == null ? question.url() : "/answers/" + answerId;
    }
}
