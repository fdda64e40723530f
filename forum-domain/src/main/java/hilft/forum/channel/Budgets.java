package hilft.forum.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;

/** The months' budgets, as sums over the link-outs themselves. */
@ApplicationScoped
public class Budgets {

    private static final String LOCK = "select channel from channel_budget where channel = ? for update";

    /** Locked, so that it counts what others have just committed and not what this transaction saw when it began. */
    private static final String SUMS = """
            select coalesce(sum(if(state = 'SENT', cost, 0)), 0),
              coalesce(sum(if(state in ('QUEUED', 'SENDING') or (unsure_since is not null and state <> 'SENT'), cost, 0)), 0)
            from link_out where channel = ? and budget_month = ? and id <> ?
            """;

    private static final long NONE = -1;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    /** The current month's budget; to look at, not to spend from. */
    Budget now(Channel channel) {
        return read(channel, NONE, "");
    }

    /** The current month's budget without this link-out, locked until the transaction ends. */
    Budget lock(Channel channel, long exceptId) {
        entityManager
                .createNativeQuery(LOCK)
                .setParameter(1, channel.name().name())
                .getSingleResult();
        return read(channel, exceptId, " lock in share mode");
    }

    Budget lock(Channel channel) {
        return lock(channel, NONE);
    }

    private Budget read(Channel channel, long exceptId, String mode) {
        YearMonth month = LinkOutRules.month(clock.instant(), zone);
        Query query = entityManager
                .createNativeQuery(SUMS + mode)
                .setParameter(1, channel.name().name())
                .setParameter(2, month.toString())
                .setParameter(3, exceptId);
        Object[] sums = (Object[]) query.getSingleResult();
        return new Budget((BigDecimal) sums[0], (BigDecimal) sums[1], channel.budget(), month);
    }
}
