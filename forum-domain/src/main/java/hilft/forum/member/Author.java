package hilft.forum.member;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member as others see them beside a post; a deleted member keeps the id and has no name.
 *
 * @param avatarId the attachment that shows them, or null for their initials
 */
public record Author(
        long id,
        String handle,
        String displayName,
        Set<Role> roles,
        boolean deleted,
        @Nullable Long avatarId) {

    /** Somebody without a picture. */
    public Author(long id, String handle, String displayName, Set<Role> roles, boolean deleted) {
        this(id, handle, displayName, roles, deleted, null);
    }

    public boolean isTeam() {
        return roles.stream().anyMatch(role -> role != Role.CUSTOMER);
    }
}
