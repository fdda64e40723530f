package hilft.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hilft.forum.member.EndedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions go on after Keycloak's own have ended: none. The node that Keycloak told knows at once, the others ask
 * the database, for each session once in three seconds.
 */
@ApplicationScoped
public class KnownSessions {

    private static final Logger LOG = Logger.getLogger(KnownSessions.class.getName());

    /** By then each session has asked Keycloak for new tokens and was refused. */
    private final Cache<String, Boolean> ended = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    private final Cache<String, Boolean> asked = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofSeconds(3))
            .build();

    @Inject
    EndedSessions endedSessions;

    void end(String session) {
        ended.put(session, true);
        endedSessions.end(session);
    }

    public boolean hasEnded(@Nullable String session) {
        return session != null
                && (ended.getIfPresent(session) != null || Boolean.TRUE.equals(asked.get(session, this::ask)));
    }

    private boolean ask(String session) {
        try {
            return endedSessions.contains(session);
        } catch (RuntimeException unreachable) {
            // a database that is away logs nobody out; without it nothing can be read or written anyway
            LOG.log(Level.WARNING, "Cannot ask whether a session has ended: {0}", unreachable.getMessage());
            return false;
        }
    }
}
