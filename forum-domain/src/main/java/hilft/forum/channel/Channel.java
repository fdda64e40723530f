package hilft.forum.channel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A network on which answers are linked out; implemented in web, found by CDI. */
public interface Channel {

    ChannelName name();

    Readiness readiness();

    /** The account posts appear under, as the network numbers it; empty while none is connected. */
    Optional<String> account();

    /** How many of {@link #length} a post may have. */
    int max();

    /** How long a text is as the network counts. */
    int length(String text);

    /** What a post costs in USD; {@code linked} says that the link to the thread is in it. */
    BigDecimal cost(String text, boolean linked, boolean reply);

    /** What may be spent in a calendar month, in USD. */
    BigDecimal budget();

    /** The id of the post that a pasted id or address means; empty if it means none. */
    Optional<String> postId(String pasted);

    /** Where people see a post. */
    String url(String postId);

    /** Publishes a post; never called in a transaction. Takes at most {@link LinkOutRules#LEASE}, whatever the network does. */
    Posting post(String text, @Nullable String replyTo);

    /** Looks for posts of this account with this text, not older than {@code since}. Takes at most the same time. */
    Sighting find(String text, @Nullable String replyTo, Instant since);
}
