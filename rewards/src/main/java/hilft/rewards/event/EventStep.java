package hilft.rewards.event;

import hilft.forum.member.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of an event's history.
 *
 * @param by null where the forum itself did it
 * @param guest whose invitation it is about, null for the event's own
 * @param note the changed fields separated by commas, or the reason of a cancellation; else empty
 */
public record EventStep(
        Instant at,
        @Nullable Author by,
        EventAction action,
        @Nullable Author guest,
        String note) {}
