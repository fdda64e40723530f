package hilft.rewards.event;

import hilft.forum.member.Author;
import org.jspecify.annotations.Nullable;

/** Somebody who may be invited, with their place on the leaderboard; {@code invitation} is null before the first one. */
public record Candidate(
        int place,
        Author member,
        long points,
        int solutions,
        @Nullable InvitationState invitation) {

    /** Whether inviting would do anything. */
    public boolean mayBeInvited() {
        return invitation == null || invitation == InvitationState.DECLINED || invitation == InvitationState.WITHDRAWN;
    }
}
