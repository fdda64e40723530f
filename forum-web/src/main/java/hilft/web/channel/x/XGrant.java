package hilft.web.channel.x;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tokens as X hands them out. */
record XGrant(String access, @Nullable String refresh, Duration lifetime) {

    /** With the refresh token used for it, where X has handed out no new one. */
    XGrant orOld(String oldRefresh) {
        return refresh == null ? new XGrant(access, oldRefresh, lifetime) : this;
    }

    @Override
    public String toString() {
        return "grant for " + lifetime;
    }
}
