package hilft.forum.member;

import java.util.Set;

/** A member as others see them beside a post; a deleted member keeps the id and has no name. */
public record Author(long id, String handle, String displayName, Set<Role> roles, boolean deleted) {

    public boolean isTeam() {
        return roles.stream().anyMatch(role -> role != Role.CUSTOMER);
    }
}
