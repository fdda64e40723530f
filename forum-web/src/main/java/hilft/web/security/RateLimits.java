package hilft.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one member, or one address of somebody anonymous, may do something. */
@ApplicationScoped
public class RateLimits {

    /** What is limited, with how often in which time. */
    public enum Limit {
        WRITE(60, Duration.ofMinutes(1)),
        PREVIEW(120, Duration.ofMinutes(1)),
        DEFLECTION(60, Duration.ofMinutes(1)),
        DRAFT(120, Duration.ofMinutes(1)),
        MENTION(120, Duration.ofMinutes(1)),
        ASK(10, Duration.ofHours(1)),
        ANSWER(60, Duration.ofHours(1)),
        COMMENT(60, Duration.ofHours(1)),
        FLAG(30, Duration.ofHours(1)),
        ATTACH(60, Duration.ofMinutes(10));

        private final long times;
        private final Duration period;

        Limit(long times, Duration period) {
            this.times = times;
            this.period = period;
        }
    }

    private record Key(Limit limit, String who) {}

    @Inject
    @ConfigProperty(name = "hilft.rate-limit.factor", defaultValue = "1")
    int factor;

    @Inject
    CurrentMember currentMember;

    @Inject
    ClientAddress clientAddress;

    @Inject
    HttpServletRequest request;

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /** Counts one more; throws {@link TooManyRequests} when it is one too many. */
    public void take(Limit limit) {
        String who = currentMember
                .find()
                .map(member -> "member " + member.id())
                .orElseGet(() -> "address " + clientAddress.of(request));
        take(limit, who);
    }

    void take(Limit limit, String who) {
        Bucket bucket = buckets.get(new Key(limit, who), key -> bucket(limit));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(Limit limit) {
        long times = limit.times * Math.max(1, factor);
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(times)
                        .refillGreedy(times, limit.period)
                        .build())
                .build();
    }
}
