package hilft.web.api.moderation;

import hilft.forum.moderation.ModerationEntryView;
import hilft.web.api.member.AuthorJson;
import java.time.Instant;

/** A line of the log; hidden and locked are the post's state now. */
public record DecisionJson(
        long id,
        String action,
        PostJson target,
        long questionId,
        String questionTitle,
        String url,
        AuthorJson moderator,
        String reason,
        String detail,
        Instant at,
        boolean hidden,
        boolean locked) {

    static DecisionJson of(ModerationEntryView view, AuthorJson moderator) {
        return new DecisionJson(
                view.id(),
                view.action().label(),
                PostJson.of(view.post()),
                view.questionId(),
                view.questionTitle(),
                "/questions/" + view.questionId() + "/" + view.questionSlug(),
                moderator,
                view.reason(),
                view.detail(),
                view.at(),
                view.hidden(),
                view.locked());
    }
}
