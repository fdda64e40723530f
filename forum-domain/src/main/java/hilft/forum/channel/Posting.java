package hilft.forum.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a request to publish. Notes are for staff: at most a sentence of the network's own, never a token. */
public sealed interface Posting {

    /** It is out. */
    record Accepted(String postId) implements Posting {}

    /** It is surely not out, and trying again changes nothing until somebody does something. */
    record Refused(LinkOutFailure failure, @Nullable String note) implements Posting {}

    /** The network has a post of this text already: perhaps an earlier attempt of ours. */
    record Duplicate(@Nullable String note) implements Posting {}

    /** It is surely not out, and may be tried again after the pause, or after a growing one if none is given. */
    record Later(
            LinkOutFailure failure,
            @Nullable Duration pause,
            @Nullable String note) implements Posting {}

    /** Nobody knows whether it is out. */
    record Unsure(@Nullable String note) implements Posting {}
}
