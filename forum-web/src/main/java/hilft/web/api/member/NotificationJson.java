package hilft.web.api.member;

import hilft.forum.notification.NotificationView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** News; title, text and address are null where the post may no longer be read. */
public record NotificationJson(
        long id,
        String kind,
        long questionId,
        @Nullable String questionTitle,
        @Nullable Long answerId,
        @Nullable String answerText,
        @Nullable AuthorJson actor,
        @Nullable String url,
        Instant createdAt,
        boolean read) {

    static NotificationJson of(NotificationView view, @Nullable AuthorJson actor) {
        return new NotificationJson(
                view.id(),
                view.kind().label(),
                view.questionId(),
                view.visible() ? view.questionTitle() : null,
                view.answerId(),
                view.answerText(),
                actor,
                view.visible() ? view.url() : null,
                view.createdAt(),
                view.read());
    }
}
