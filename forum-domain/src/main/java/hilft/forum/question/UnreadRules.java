package hilft.forum.question;

import hilft.forum.member.MemberView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is new to a reader: what others wrote since then, until it was read. */
final class UnreadRules {

    private UnreadRules() {}

    /** Whether the latest there is, if there is any, came after both moments; null is for whoever never read the thread. */
    static boolean isUnread(@Nullable Instant latest, @Nullable Instant readUntil, Instant since) {
        return latest != null && latest.isAfter(since) && (readUntil == null || latest.isAfter(readUntil));
    }

    /** Whether somebody else has asked it, whom the reader wants to hear of. */
    static boolean isOfOthers(QuestionItem question, MemberView reader) {
        long asker = question.author().id();
        return asker != reader.id() && !reader.blocked().contains(asker);
    }

    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
