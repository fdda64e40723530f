package hilft.forum.notification;

import hilft.forum.member.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** News as the member reads it; {@code answerExcerpt} is null where the answer may no longer be read. */
public record NotificationView(
        long id,
        long memberId,
        NotificationKind kind,
        long questionId,
        String questionTitle,
        String questionSlug,
        boolean visible,
        @Nullable Long answerId,
        @Nullable String answerText,
        @Nullable Author actor,
        Instant createdAt,
        boolean read) {

    /** The path that leads to what happened. */
    public String url() {
        return answerId == null ? "/questions/" + questionId + "/" + questionSlug : "/answers/" + answerId;
    }
}
