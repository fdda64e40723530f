package hilft.forum.question;

import hilft.forum.member.Author;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer has done in a thread; {@code following} is null for whoever does not follow it, {@code readUntil} for
 * whoever never read it; {@code blocked} are the members they do not want to hear of.
 */
public record Marks(
        Map<PostId, Integer> votes,
        Set<PostId> flags,
        boolean meToo,
        @Nullable FollowReason following,
        Set<Long> asked,
        @Nullable Instant readUntil,
        Set<PostId> kept,
        Set<Long> blocked) {

    public static final Marks NONE = new Marks(Map.of(), Set.of(), false, null, Set.of(), null, Set.of(), Set.of());

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

    /** Whether the post is bookmarked. */
    public boolean kept(PostId post) {
        return kept.contains(post);
    }

    /** Whether the viewer has blocked its author. */
    public boolean blocked(Author author) {
        return blocked.contains(author.id());
    }

    public boolean flagged(PostId post) {
        return flags.contains(post);
    }
}
