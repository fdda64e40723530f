package hilft.forum.question;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one viewer has done in a thread; {@code following} is null for whoever does not follow it, and {@code readUntil} for whoever never read it. */
public record Marks(
        Map<PostId, Integer> votes,
        Set<PostId> flags,
        boolean meToo,
        @Nullable FollowReason following,
        Set<Long> asked,
        @Nullable Instant readUntil) {

    public static final Marks NONE = new Marks(Map.of(), Set.of(), false, null, Set.of(), null);

    int vote(PostId post) {
        return votes.getOrDefault(post, 0);
    }

    /** Whether the viewer still owes an answer to whether this solution works. */
    boolean asked(long answerId) {
        return asked.contains(answerId);
    }

    public boolean subscribed() {
        return following != null;
    }

    public boolean flagged(PostId post) {
        return flags.contains(post);
    }
}
