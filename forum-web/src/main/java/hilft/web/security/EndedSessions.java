package hilft.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak sessions that ended before the forum's own. An hour is enough: by then each session has asked Keycloak for
 * new tokens and was refused. The same holds for another node that has not heard of it.
 */
@ApplicationScoped
public class EndedSessions {

    private final Cache<String, Boolean> ended = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    void add(String session) {
        ended.put(session, true);
    }

    boolean contains(@Nullable String session) {
        return session != null && ended.getIfPresent(session) != null;
    }
}
