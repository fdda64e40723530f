package hilft.forum.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static java.time.ZoneOffset.UTC;

/** Keeps the accounts of the channels; what it is given of secrets is encrypted. */
@ApplicationScoped
@Transactional
public class ChannelConnections {

    /** How long an administrator has to come back from the network's page. */
    private static final Duration AUTHORIZATION = Duration.ofMinutes(10);

    private static final String FORGET = "delete from channel_authorization where expires_at < ?";
    private static final String BEGIN =
            "insert into channel_authorization (state, channel, admin_id, verifier, expires_at) values (?, ?, ?, ?, ?)";
    private static final String READ = """
            select verifier from channel_authorization
            where state = ? and channel = ? and admin_id = ? and expires_at >= ? for update
            """;
    private static final String END = "delete from channel_authorization where state = ?";
    private static final String CLAIM_REFRESH = """
            update channel_connection set refreshing_until = utc_timestamp(6) + interval 20 second
            where channel = ? and state = 'CONNECTED' and generation = ?
              and (refreshing_until is null or refreshing_until < utc_timestamp(6))
            """;
    private static final String END_REFRESH = "update channel_connection set refreshing_until = null where channel = ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    public ConnectionView get(ChannelName channel) {
        return Objects.requireNonNull(entityManager.find(ChannelConnection.class, channel))
                .view();
    }

    /** Remembers for ten minutes that this administrator went to the network's page with this state. */
    public void begin(ChannelName channel, long adminId, String state, String verifier) {
        Instant now = clock.instant();
        entityManager.createNativeQuery(FORGET).setParameter(1, utc(now)).executeUpdate();
        entityManager
                .createNativeQuery(BEGIN)
                .setParameter(1, state)
                .setParameter(2, channel.name())
                .setParameter(3, adminId)
                .setParameter(4, verifier)
                .setParameter(5, utc(now.plus(AUTHORIZATION)))
                .executeUpdate();
    }

    /** The verifier of a connection this administrator began, once; empty for anybody else, later or again. */
    public Optional<String> end(ChannelName channel, long adminId, String state) {
        List<?> verifiers = entityManager
                .createNativeQuery(READ)
                .setParameter(1, state)
                .setParameter(2, channel.name())
                .setParameter(3, adminId)
                .setParameter(4, utc(clock.instant()))
                .getResultList();
        if (verifiers.isEmpty()) {
            return Optional.empty();
        }
        entityManager.createNativeQuery(END).setParameter(1, state).executeUpdate();
        return Optional.of((String) verifiers.get(0));
    }

    public void connect(ChannelName channel, long adminId, String account, String handle, ChannelTokens tokens) {
        lock(channel).connect(adminId, account, handle, tokens, clock.instant());
        endRefresh(channel);
    }

    /** Whether the caller, and nobody else for twenty seconds, may renew the tokens of this generation. */
    public boolean claimRefresh(ChannelName channel, long generation) {
        return entityManager
                        .createNativeQuery(CLAIM_REFRESH)
                        .setParameter(1, channel.name())
                        .setParameter(2, generation)
                        .executeUpdate()
                == 1;
    }

    /** Stores renewed tokens, unless the connection is another one by now; whether they count. */
    public boolean renew(ChannelName channel, long generation, ChannelTokens tokens) {
        ChannelConnection connection = lock(channel);
        boolean counts = connection.is(generation);
        if (counts) {
            connection.renew(tokens);
            endRefresh(channel);
        }
        return counts;
    }

    /** Lets somebody else try to renew the tokens. */
    public void endRefresh(ChannelName channel) {
        entityManager.flush();
        entityManager
                .createNativeQuery(END_REFRESH)
                .setParameter(1, channel.name())
                .executeUpdate();
    }

    /** The network no longer takes the tokens of this generation; whether they were the current ones. */
    public boolean lose(ChannelName channel, long generation, String problem) {
        ChannelConnection connection = lock(channel);
        boolean current = connection.is(generation);
        if (current) {
            connection.lose(problem);
            endRefresh(channel);
        }
        return current;
    }

    public void disconnect(ChannelName channel) {
        lock(channel).disconnect();
        endRefresh(channel);
    }

    private ChannelConnection lock(ChannelName channel) {
        return Objects.requireNonNull(entityManager.find(ChannelConnection.class, channel, PESSIMISTIC_WRITE));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }
}
