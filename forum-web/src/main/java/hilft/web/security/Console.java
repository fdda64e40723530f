package hilft.web.security;

import hilft.forum.member.Role;
import java.util.Optional;

/** The places behind the public pages, each with the role that opens it. */
enum Console {
    DESK("/desk", Role.STAFF),
    MODERATION("/moderation", Role.MODERATOR),
    MARKETING("/marketing", Role.MARKETING),
    ADMIN("/admin", Role.ADMIN);

    private static final Console[] ALL = values();

    private final String path;
    private final String below;
    private final Role role;

    Console(String path, Role role) {
        this.path = path;
        this.below = path + "/";
        this.role = role;
    }

    /** Whoever looks after a category alone finds there what concerns it. */
    boolean opensTo(CurrentMember member) {
        return member.hasRole(role) || (this == MODERATION && member.viewer().isModeratorSomewhere());
    }

    static Optional<Console> of(String path) {
        for (Console console : ALL) {
            if (path.equals(console.path) || path.startsWith(console.below)) {
                return Optional.of(console);
            }
        }
        return Optional.empty();
    }
}
