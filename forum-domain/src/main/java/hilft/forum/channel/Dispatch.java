package hilft.forum.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link-out claimed for one attempt: to send it, or to look whether it has been out since {@code unsureSince}. */
record Dispatch(
        long id,
        int claim,
        Channel channel,
        String text,
        @Nullable String replyTo,
        Instant tryingSince,
        @Nullable Instant unsureSince) {

    static Dispatch of(LinkOut linkOut, Channel channel) {
        return new Dispatch(
                linkOut.id(),
                linkOut.claims(),
                channel,
                linkOut.text(),
                linkOut.replyTo(),
                linkOut.tryingSince(),
                linkOut.unsureSince());
    }
}
