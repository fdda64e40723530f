package hilft.forum.idempotency;

import hilft.forum.deadlock.RepeatedAfterDeadlock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

import static hilft.forum.idempotency.IdempotencyProblem.Reason.KEY_INVALID;
import static hilft.forum.idempotency.IdempotencyProblem.Reason.KEY_REUSED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

/**
 * Makes a write happen once for a key: the same member, key and body get the first result's id again for 24 hours; two
 * at the same moment wait for each other.
 */
@ApplicationScoped
@RepeatedAfterDeadlock
@Transactional
public class IdempotentRequests {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final String CLAIM =
            "insert ignore into idempotent_request (member_id, request_key, fingerprint, made_at) values (?, ?, ?, ?)";
    private static final String READ =
            "select fingerprint, result_id from idempotent_request where member_id = ? and request_key = ? lock in share mode";
    private static final String FINISH =
            "update idempotent_request set result_id = ? where member_id = ? and request_key = ?";
    private static final String FORGET = "delete from idempotent_request where made_at < ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** Runs {@code write} unless this key has run before; without a key it always runs. {@code body} is any text that tells one request from another. */
    public long once(long memberId, @Nullable String key, String body, LongSupplier write) {
        if (key == null) {
            return write.getAsLong();
        }
        if (!KEY.matcher(key).matches()) {
            throw new IdempotencyProblem(KEY_INVALID);
        }
        String fingerprint = fingerprint(body);
        if (claim(memberId, key, fingerprint)) {
            long result = write.getAsLong();
            entityManager
                    .createNativeQuery(FINISH)
                    .setParameter(1, result)
                    .setParameter(2, memberId)
                    .setParameter(3, key)
                    .executeUpdate();
            return result;
        }
        Object[] earlier = (Object[]) entityManager
                .createNativeQuery(READ)
                .setParameter(1, memberId)
                .setParameter(2, key)
                .getSingleResult();
        if (!fingerprint.equals(earlier[0])) {
            throw new IdempotencyProblem(KEY_REUSED);
        }
        return ((Number) earlier[1]).longValue();
    }

    private boolean claim(long memberId, String key, String fingerprint) {
        return entityManager
                        .createNativeQuery(CLAIM)
                        .setParameter(1, memberId)
                        .setParameter(2, key)
                        .setParameter(3, fingerprint)
                        .setParameter(4, LocalDateTime.ofInstant(clock.instant(), UTC))
                        .executeUpdate()
                == 1;
    }

    /** Forgets keys older than 24 hours. */
    public void forget() {
        Instant before = clock.instant().minus(KEPT);
        entityManager
                .createNativeQuery(FORGET)
                .setParameter(1, LocalDateTime.ofInstant(before, UTC))
                .executeUpdate();
    }

    private static String fingerprint(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
