package hilft.web.channel.x;

import org.jspecify.annotations.Nullable;

/** There is no token to act with: none for now, or none until an administrator connects again. */
class NoAccess extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean passing;

    private NoAccess(boolean passing, @Nullable String message) {
        super(message);
        this.passing = passing;
    }

    static NoAccess forNow(@Nullable String why) {
        return new NoAccess(true, why);
    }

    static NoAccess lost(@Nullable String why) {
        return new NoAccess(false, why);
    }

    boolean isPassing() {
        return passing;
    }
}
