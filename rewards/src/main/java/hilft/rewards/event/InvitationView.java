package hilft.rewards.event;

import hilft.forum.member.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as marketing sees it.
 *
 * @param revision how often its state has changed
 * @param mailedRevision the revision with which the last invitation was mailed, null before the first
 * @param mailedSequence the sequence of the last calendar entry that was mailed, null before the first
 */
public record InvitationView(
        long id,
        long eventId,
        Author guest,
        InvitationState state,
        Instant invitedAt,
        @Nullable Instant answeredAt,
        int revision,
        @Nullable Integer mailedRevision,
        @Nullable Integer mailedSequence) {}
