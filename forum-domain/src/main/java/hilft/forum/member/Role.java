package hilft.forum.member;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What Keycloak says a member may do; {@code admin} implies every other role. */
public enum Role {
    CUSTOMER,
    STAFF,
    MODERATOR,
    MARKETING,
    ADMIN;

    /** The name in Keycloak, in tokens and in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The roles among any group names of a token; names that are no role of ours are ignored. */
    public static Set<Role> among(Collection<String> labels) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(values()).filter(role -> labels.contains(role.label())).forEach(roles::add);
        return roles.contains(ADMIN) ? EnumSet.allOf(Role.class) : roles;
    }
}
