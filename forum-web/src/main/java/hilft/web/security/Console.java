package hilft.web.security;

import hilft.forum.member.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** The places behind the public pages, each with the role that opens it. */
enum Console {
    DESK("/desk", Role.STAFF),
    MODERATION("/moderation", Role.MODERATOR),
    MARKETING("/marketing", Role.MARKETING),
    ADMIN("/admin", Role.ADMIN);

    private final String path;
    private final Role role;

    Console(String path, Role role) {
        this.path = path;
        this.role = role;
    }

    Role role() {
        return role;
    }

    static Optional<Console> of(String path) {
        return Arrays.stream(values())
                .filter(console -> path.equals(console.path) || path.startsWith(console.path + "/"))
                .findFirst();
    }

    static boolean isBelow(HttpServletRequest request) {
        return of(LoginPaths.of(request)).isPresent();
    }
}
