package hilft.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Which member a token belongs to, so that only a new token costs a sign-in; and who must not come back with an old one. */
@ApplicationScoped
public class KnownTokens {

    /** Longer than any access token lives. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Cache<String, Long> members =
            Caffeine.newBuilder().maximumSize(200_000).expireAfterAccess(KEPT).build();
    private final Cache<String, Boolean> gone =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(KEPT).build();

    Optional<Long> member(String token) {
        return Optional.ofNullable(members.getIfPresent(token));
    }

    void remember(String token, long memberId) {
        members.put(token, memberId);
    }

    /** The account was deleted in Keycloak: tokens from before must not make a new profile. */
    public void forget(String subject) {
        gone.put(subject, true);
    }

    boolean isGone(String subject) {
        return gone.getIfPresent(subject) != null;
    }
}
