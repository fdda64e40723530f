package hilft.forum.member;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a verified token says about the person; {@code subject} is Keycloak's id, {@code language} is de or en. */
public record SignIn(
        String subject,
        @Nullable String displayName,
        @Nullable String email,
        boolean emailVerified,
        Set<Role> roles,
        String language) {}
