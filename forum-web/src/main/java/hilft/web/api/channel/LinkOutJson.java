package hilft.web.api.channel;

import hilft.forum.channel.LinkOutView;
import hilft.web.api.member.AuthorJson;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link-out; {@code cost} is in US dollars, {@code url} leads to the answer, {@code postUrl} to the post once it is out. */
public record LinkOutJson(
        long id,
        String channel,
        long answerId,
        long questionId,
        String questionTitle,
        String url,
        String text,
        @Nullable String replyTo,
        BigDecimal cost,
        String state,
        @Nullable String failure,
        @Nullable String failureNote,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String postUrl,
        AuthorJson author,
        Instant composedAt,
        @Nullable Instant sentAt) {

    static LinkOutJson of(LinkOutView view, AuthorJson author) {
        return new LinkOutJson(
                view.id(),
                view.channel().label(),
                view.answerId(),
                view.questionId(),
                view.questionTitle(),
                "/answers/" + view.answerId(),
                view.text(),
                view.replyTo(),
                view.cost(),
                view.state().label(),
                view.failure() == null ? null : view.failure().label(),
                view.failureNote(),
                view.attempts(),
                view.nextAttemptAt(),
                view.postUrl(),
                author,
                view.composedAt(),
                view.sentAt());
    }
}
