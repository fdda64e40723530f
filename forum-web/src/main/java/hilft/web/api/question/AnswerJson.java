package hilft.web.api.question;

import hilft.forum.question.AnswerView;
import hilft.web.api.http.Versioned;
import hilft.web.api.member.AuthorJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer with what the caller did and may do. */
public record AnswerJson(
        long id,
        long questionId,
        String url,
        String language,
        String body,
        String bodyHtml,
        AuthorJson author,
        Instant writtenAt,
        @Nullable Instant editedAt,
        int score,
        boolean official,
        boolean helpful,
        @Nullable Instant validAt,
        int works,
        int broken,
        boolean accepted,
        boolean hidden,
        long version,
        You you)
        implements Versioned {

    /** The caller, this answer, and whether they have blocked its author; of nobody everything is 0 or false. */
    public record You(
            int vote,
            boolean flagged,
            boolean mayEdit,
            boolean mayVote,
            boolean mayAccept,
            boolean mayCallHelpful,
            boolean mayConfirm,
            boolean asked,
            boolean blocked) {}

    static AnswerJson of(AnswerView view, AuthorJson author, boolean blocked) {
        return new AnswerJson(
                view.id(),
                view.questionId(),
                "/answers/" + view.id(),
                view.language(),
                view.body(),
                view.bodyHtml(),
                author,
                view.writtenAt(),
                view.editedAt(),
                view.score(),
                view.official(),
                view.helpful(),
                view.validAt(),
                view.works(),
                view.broken(),
                view.accepted(),
                view.hidden(),
                view.version(),
                new You(
                        view.viewerVote(),
                        view.flagged(),
                        view.mayEdit(),
                        view.mayVote(),
                        view.mayAccept(),
                        view.mayCallHelpful(),
                        view.mayConfirm(),
                        view.asked(),
                        blocked));
    }

    @Override
    public String editVersion() {
        return String.valueOf(version);
    }
}
