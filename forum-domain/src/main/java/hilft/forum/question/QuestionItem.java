package hilft.forum.question;

import hilft.forum.category.CategoryView;
import hilft.forum.member.Author;
import java.time.Instant;
import java.util.List;

/** A question as lists show it. */
public record QuestionItem(
        long id,
        String title,
        String slug,
        String language,
        String excerpt,
        Author author,
        CategoryView category,
        List<String> tags,
        Instant askedAt,
        Instant lastActivityAt,
        int answerCount,
        int score,
        int meTooCount,
        long viewCount,
        boolean solved,
        boolean officialAnswer,
        boolean locked,
        boolean hidden) {

    /** The canonical path of the page. */
    public String url() {
        return "/questions/" + id + "/" + slug;
    }
}
