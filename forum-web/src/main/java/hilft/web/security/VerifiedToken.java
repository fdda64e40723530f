package hilft.web.security;

import hilft.forum.member.Role;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a checked access token says; {@code id} changes with every token, {@code session} is Keycloak's session. */
record VerifiedToken(
        String id,
        String subject,
        @Nullable String session,
        @Nullable String displayName,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String language,
        Set<String> groups) {

    /** The request attribute in which the mechanism leaves the token for the rest of the request. */
    static final String ATTRIBUTE = "hilft.token";

    static VerifiedToken of(Map<String, Object> claims) {
        String subject = text(claims, "sub");
        String id = text(claims, "jti");
        if (subject == null) {
            throw new IllegalArgumentException("A token without subject");
        }
        return new VerifiedToken(
                id == null ? subject + claims.get("exp") : id,
                subject,
                text(claims, "sid"),
                text(claims, "name"),
                text(claims, "email"),
                Boolean.parseBoolean(String.valueOf(claims.get("email_verified"))),
                text(claims, "locale"),
                groups(claims.get("groups")));
    }

    Set<Role> roles() {
        return Role.among(groups);
    }

    private static @Nullable String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text : null;
    }

    private static Set<String> groups(@Nullable Object claim) {
        return claim instanceof Collection<?> names
                ? names.stream().map(VerifiedToken::plain).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Session tokens carry JSON strings, bearer tokens plain ones. */
    private static String plain(Object name) {
        return name instanceof jakarta.json.JsonString json ? json.getString() : String.valueOf(name);
    }
}
