package hilft.forum.notification;

import hilft.forum.member.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * News as the member reads it.
 *
 * @param questionId null for news that is about no question
 * @param reason why the member is told
 * @param title the question's title, empty where it may no longer be read, or what else the news is about
 * @param url the path that leads to what happened
 * @param text of the answer or comment, or the beginning of the question, null where it may no longer be read
 */
public record NotificationView(
        long id,
        long memberId,
        NotificationKind kind,
        @Nullable Long questionId,
        String title,
        String url,
        boolean visible,
        @Nullable Long answerId,
        @Nullable Long commentId,
        @Nullable String text,
        @Nullable Author actor,
        NotificationReason reason,
        Instant createdAt,
        boolean read) {}
