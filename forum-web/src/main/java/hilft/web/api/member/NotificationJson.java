package hilft.web.api.member;

import hilft.forum.notification.NotificationView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** News, of a question or of something else; title, text and address are null where the post may no longer be read. */
public record NotificationJson(
        long id,
        String kind,
        @Nullable String title,
        @Nullable Long questionId,
        @Nullable String questionTitle,
        @Nullable Long answerId,
        @Nullable String answerText,
        @Nullable Long commentId,
        @Nullable String commentText,
        @Nullable AuthorJson actor,
        String reason,
        @Nullable String url,
        Instant createdAt,
        boolean read) {

    static NotificationJson of(NotificationView view, @Nullable AuthorJson actor) {
        String title = view.visible() ? view.title() : null;
        return new NotificationJson(
                view.id(),
                view.kind().label(),
                title,
                view.questionId(),
                view.questionId() == null ? null : title,
                view.answerId(),
                view.answerId() == null ? null : view.text(),
                view.commentId(),
                view.commentId() == null ? null : view.text(),
                actor,
                view.reason().label(),
                view.visible() ? view.url() : null,
                view.createdAt(),
                view.read());
    }
}
