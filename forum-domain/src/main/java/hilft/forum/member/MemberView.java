package hilft.forum.member;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member's profile; {@code email} is for the member alone and for mails, never shown to others.
 *
 * @param blocked whose posts the member does not want to see
 */
public record MemberView(
        long id,
        String handle,
        String displayName,
        Set<Role> roles,
        @Nullable Instant handleChangedAt,
        String language,
        boolean mailWanted,
        @Nullable String email,
        boolean emailVerified,
        Instant joinedAt,
        boolean disabled,
        boolean deleted,
        MemberProfile profile,
        @Nullable Instant visitedAt,
        @Nullable Instant visitBefore,
        Set<Long> blocked) {

    /** Of somebody who has never been here. */
    public MemberView(
            long id,
            String handle,
            String displayName,
            Set<Role> roles,
            @Nullable Instant handleChangedAt,
            String language,
            boolean mailWanted,
            @Nullable String email,
            boolean emailVerified,
            Instant joinedAt,
            boolean disabled,
            boolean deleted,
            MemberProfile profile) {
        this(
                id,
                handle,
                displayName,
                roles,
                handleChangedAt,
                language,
                mailWanted,
                email,
                emailVerified,
                joinedAt,
                disabled,
                deleted,
                profile,
                null,
                null,
                Set.of());
    }

    public Author author() {
        return new Author(id, handle, displayName, roles, deleted, profile.avatarId());
    }

    /** When the member may choose another handle. */
    public Instant handleChangeableFrom() {
        return HandleRules.changeableFrom(handleChangedAt);
    }

    public boolean isTeam() {
        return author().isTeam();
    }

    /** Nothing is mailed to an unverified address, a disabled or a deleted member, or to somebody who does not want it. */
    public boolean mayBeMailed() {
        return mailWanted && emailVerified && email != null && !disabled && !deleted;
    }
}
