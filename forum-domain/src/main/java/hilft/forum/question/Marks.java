package hilft.forum.question;

import hilft.forum.member.Author;
import java.util.Map;
import java.util.Set;

/** What one viewer has done in a thread; {@code blocked} are the members they do not want to hear of. */
public record Marks(
        Map<PostId, Integer> votes,
        Set<PostId> flags,
        boolean meToo,
        boolean subscribed,
        Set<PostId> kept,
        Set<Long> blocked) {

    public static final Marks NONE = new Marks(Map.of(), Set.of(), false, false, Set.of(), Set.of());

    int vote(PostId post) {
        return votes.getOrDefault(post, 0);
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
