package hilft.web.api.moderation;

import hilft.forum.moderation.FlagView;
import hilft.web.api.member.AuthorJson;
import java.time.Instant;

/** An open flag, with the text it is about. */
public record FlagJson(
        long id,
        PostJson target,
        long questionId,
        String questionTitle,
        String url,
        String text,
        AuthorJson author,
        AuthorJson reporter,
        String reason,
        String note,
        Instant flaggedAt) {

    static FlagJson of(FlagView view, AuthorJson author, AuthorJson reporter) {
        return new FlagJson(
                view.id(),
                PostJson.of(view.post()),
                view.questionId(),
                view.questionTitle(),
                "/questions/" + view.questionId() + "/" + view.questionSlug(),
                view.text(),
                author,
                reporter,
                view.reason().label(),
                view.note(),
                view.flaggedAt());
    }
}
