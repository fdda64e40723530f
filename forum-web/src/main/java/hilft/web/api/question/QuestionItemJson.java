package hilft.web.api.question;

import hilft.forum.question.QuestionItem;
import hilft.web.api.member.AuthorJson;
import java.time.Instant;
import java.util.List;

/** A question in a list. */
public record QuestionItemJson(
        long id,
        String title,
        String url,
        String language,
        String excerpt,
        AuthorJson author,
        String category,
        List<String> tags,
        Instant askedAt,
        Instant lastActivityAt,
        int answerCount,
        int score,
        int meTooCount,
        long viewCount,
        boolean solved,
        boolean officialAnswer,
        boolean locked) {

    static QuestionItemJson of(QuestionItem item, AuthorJson author) {
        return new QuestionItemJson(
                item.id(),
                item.title(),
                item.url(),
                item.language(),
                item.excerpt(),
                author,
                item.category().slug(),
                item.tags(),
                item.askedAt(),
                item.lastActivityAt(),
                item.answerCount(),
                item.score(),
                item.meTooCount(),
                item.viewCount(),
                item.solved(),
                item.officialAnswer(),
                item.locked());
    }
}
