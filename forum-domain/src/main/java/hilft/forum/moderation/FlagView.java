package hilft.forum.moderation;

import hilft.forum.member.Author;
import hilft.forum.question.PostId;
import java.time.Instant;

/** An open flag as moderators see it. */
public record FlagView(
        long id,
        PostId post,
        long questionId,
        String questionTitle,
        String questionSlug,
        String text,
        Author author,
        Author reporter,
        FlagReason reason,
        String note,
        Instant flaggedAt) {}
