package hilft.forum.channel;

import hilft.forum.member.Author;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link-out as staff see it; {@code cost} is in USD, {@code failure} also tells why a queued one waits, {@code postUrl}
 * leads to the post once it is out.
 */
public record LinkOutView(
        long id,
        ChannelName channel,
        long answerId,
        long questionId,
        String questionTitle,
        String text,
        @Nullable String replyTo,
        BigDecimal cost,
        LinkOutState state,
        @Nullable LinkOutFailure failure,
        @Nullable String failureNote,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String postUrl,
        Author by,
        Instant composedAt,
        @Nullable Instant sentAt) {

    public boolean mayRetry() {
        return state == LinkOutState.FAILED;
    }

    public boolean mayGiveUp() {
        return state == LinkOutState.FAILED || state == LinkOutState.QUEUED;
    }
}
