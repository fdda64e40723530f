package hilft.forum.channel;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a look at the account's own posts found. */
public sealed interface Sighting {

    /** The ids of posts of this text, the oldest first; none is empty. */
    record Seen(List<String> postIds) implements Sighting {}

    /** The network could not be asked now. */
    record Unavailable(
            LinkOutFailure failure,
            @Nullable Duration pause,
            @Nullable String note) implements Sighting {}

    /** The network does not let us look until somebody does something. */
    record Refused(LinkOutFailure failure, @Nullable String note) implements Sighting {}
}
