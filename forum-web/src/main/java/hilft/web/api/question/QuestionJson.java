package hilft.web.api.question;

import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionView;
import hilft.web.api.http.Versioned;
import hilft.web.api.member.AuthorJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question with its text and with what the caller did and may do. */
public record QuestionJson(
        long id,
        String title,
        String url,
        String language,
        String excerpt,
        String body,
        String bodyHtml,
        AuthorJson author,
        String category,
        List<String> tags,
        Instant askedAt,
        @Nullable Instant editedAt,
        Instant lastActivityAt,
        int answerCount,
        int score,
        int meTooCount,
        long viewCount,
        boolean solved,
        @Nullable Long acceptedAnswerId,
        @Nullable Instant acceptedAt,
        boolean officialAnswer,
        boolean locked,
        boolean hidden,
        long version,
        You you)
        implements Versioned {

    /** The caller and this question; of nobody everything is 0 or false. */
    public record You(
            int vote,
            boolean meToo,
            boolean subscribed,
            boolean mayAnswer,
            boolean mayEdit,
            boolean mayVote,
            boolean mayAccept,
            boolean maySayMeToo,
            boolean mayDelete,
            boolean mayModerate) {

        static You of(QuestionView view) {
            return new You(
                    view.viewerVote(),
                    view.marks().meToo(),
                    view.marks().subscribed(),
                    view.mayAnswer(),
                    view.mayEdit(),
                    view.mayVote(),
                    view.mayAccept(),
                    view.maySayMeToo(),
                    view.mayDelete(),
                    view.mayModerate());
        }
    }

    static QuestionJson of(QuestionView view, AuthorJson author) {
        QuestionItem item = view.item();
        return new QuestionJson(
                item.id(),
                item.title(),
                item.url(),
                item.language(),
                item.excerpt(),
                view.body(),
                view.bodyHtml(),
                author,
                item.category().slug(),
                item.tags(),
                item.askedAt(),
                view.editedAt(),
                item.lastActivityAt(),
                item.answerCount(),
                item.score(),
                item.meTooCount(),
                item.viewCount(),
                item.solved(),
                view.acceptedAnswerId(),
                view.acceptedAt(),
                item.officialAnswer(),
                item.locked(),
                item.hidden(),
                view.version(),
                You.of(view));
    }

    @Override
    public String editVersion() {
        return String.valueOf(version);
    }
}
