package hilft.forum.question;

import java.util.Map;
import java.util.Set;

/** What one viewer has done in a thread. */
public record Marks(Map<PostId, Integer> votes, Set<PostId> flags, boolean meToo, boolean subscribed) {

    public static final Marks NONE = new Marks(Map.of(), Set.of(), false, false);

    int vote(PostId post) {
        return votes.getOrDefault(post, 0);
    }

    public boolean flagged(PostId post) {
        return flags.contains(post);
    }
}
