package hilft.forum.moderation;

import hilft.forum.member.Author;
import hilft.forum.question.PostId;
import java.time.Instant;

/** A line of the log; {@code hidden} and {@code locked} are the post's state now, so that the list can offer the way back. */
public record ModerationEntryView(
        long id,
        ModerationAction action,
        PostId post,
        long questionId,
        String questionTitle,
        String questionSlug,
        Author moderator,
        String reason,
        String detail,
        Instant at,
        boolean hidden,
        boolean locked) {}
