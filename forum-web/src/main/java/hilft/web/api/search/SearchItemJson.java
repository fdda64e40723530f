package hilft.web.api.search;

import hilft.forum.search.SearchHit;
import hilft.web.api.member.AuthorJson;
import hilft.web.api.question.QuestionItemJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of a list, with how well it matches and the part that does: of the question, or of one of its answers. */
public record SearchItemJson(
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
        boolean locked,
        double relevance,
        String titleHtml,
        Part part) {

    /** Safe HTML with what was looked for in {@code mark} elements; {@code answer} is null in the question itself. */
    public record Part(
            String html,
            String language,
            String url,
            @Nullable Long answer,
            boolean solution) {}

    static SearchItemJson of(SearchHit hit, QuestionItemJson item) {
        return new SearchItemJson(
                item.id(),
                item.title(),
                item.url(),
                item.language(),
                item.excerpt(),
                item.author(),
                item.category(),
                item.tags(),
                item.askedAt(),
                item.lastActivityAt(),
                item.answerCount(),
                item.score(),
                item.meTooCount(),
                item.viewCount(),
                item.solved(),
                item.officialAnswer(),
                item.locked(),
                hit.score(),
                hit.titleHtml(),
                new Part(hit.excerptHtml(), hit.language(), hit.partUrl(), hit.answerId(), hit.solution()));
    }
}
