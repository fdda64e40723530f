package hilft.forum.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Durable jobs, written in the caller's transaction and delivered after its commit, by any node. Time here is the
 * machine's, not the forum's movable clock: leases and pauses are technical.
 */
@ApplicationScoped
public class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());
    private static final int THREADS = 4;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration STOP = Duration.ofSeconds(5);

    /** Where the jobs wait that were given up: nothing is lost, an operator sees and revives them. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private static final String FIGURES = """
            select coalesce(sum(consecutive_failures is null or consecutive_failures = 0), 0),
              coalesce(sum(consecutive_failures > 0 and execution_time < '9000-01-01'), 0),
              coalesce(sum(execution_time >= '9000-01-01'), 0),
              coalesce(timestampdiff(second, min(execution_time), utc_timestamp(6)), 0)
            from scheduled_tasks where execution_time <= utc_timestamp(6) or consecutive_failures > 0
            """;
    private static final String REVIVE = """
            update scheduled_tasks set execution_time = utc_timestamp(6), consecutive_failures = 0, version = version + 1
            where execution_time >= '9000-01-01' and picked = false
            """;

    /** The scheduler's own time: jobs are due by it, not by the forum's clock, which tests may move. */
    private static final SystemClock TIME = new SystemClock();

    private final Object lock = new Object();

    @Inject
    Instance<Delivery> deliveries;

    private @Nullable DataSource dataSource;
    private @Nullable SchedulerClient client;
    private @Nullable Scheduler scheduler;

    /** Adds a job in the caller's transaction; {@code id} is all its delivery gets. */
    public void add(String kind, long id) {
        add(kind, id, Duration.ZERO);
    }

    /** Adds a job that is delivered no sooner than after the delay. */
    public void add(String kind, long id, Duration delay) {
        if (client == null) {
            throw new IllegalStateException("the outbox has not been started");
        }
        // Two jobs about the same thing are two jobs: one may be running already on what the other has just changed.
        String instance = id + "." + UUID.randomUUID();
        client.schedule(new TaskInstance<>(kind, instance), TIME.now().plus(delay));
    }

    /**
     * Starts delivering, once the schema fits. Each delivery runs through {@code inApplication}, on the thread that calls
     * it and in the application's context: a bean that is made for the first time outside of it has no persistence
     * context, and keeps having none.
     */
    public void start(DataSource jobs, Executor inApplication) {
        synchronized (lock) {
            dataSource = jobs;
            List<Task<?>> kinds = new ArrayList<>();
            for (Delivery delivery : deliveries) {
                kinds.add(task(delivery, inApplication));
            }
            client = SchedulerClient.Builder.create(jobs, kinds)
                    .jdbcCustomization(new MySQL8JdbcCustomization(true))
                    .build();
            scheduler = Scheduler.create(jobs, kinds)
                    .jdbcCustomization(new MySQL8JdbcCustomization(true))
                    .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                    .threads(THREADS)
                    .pollUsingLockAndFetch(0.5, 3.0)
                    .pollingInterval(POLL)
                    .heartbeatInterval(HEARTBEAT)
                    .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                    .shutdownMaxWait(STOP)
                    // A node of the release before does not know the kinds of the next one and must not delete their
                    // jobs.
                    .deleteUnresolvedAfter(Duration.ofDays(3650))
                    .failureLogging(LogLevel.OFF, false)
                    .build();
            scheduler.start();
        }
        LOG.info(() -> "the outbox delivers");
    }

    public void stop() {
        synchronized (lock) {
            if (scheduler != null) {
                scheduler.stop();
                scheduler = null;
            }
        }
    }

    public boolean isRunning() {
        synchronized (lock) {
            return scheduler != null && scheduler.getSchedulerState().isStarted();
        }
    }

    private static Task<Void> task(Delivery delivery, Executor inApplication) {
        return Tasks.oneTime(delivery.kind())
                .onFailure(Outbox::failed)
                .execute((instance, context) -> deliver(delivery, id(instance.getId()), inApplication));
    }

    private static void deliver(Delivery delivery, long id, Executor inApplication) {
        FutureTask<Void> work = new FutureTask<>(() -> delivery.deliver(id), null);
        inApplication.execute(work);
        try {
            work.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static long id(String instance) {
        return Long.parseLong(instance.substring(0, instance.indexOf('.')));
    }

    private static void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var execution = complete.getExecution();
        int failures = execution.consecutiveFailures + 1;
        boolean again = RetryRules.mayRetry(failures);
        Instant next = again ? complete.getTimeDone().plus(RetryRules.pause(failures)) : NEVER;
        LOG.log(
                again ? Level.WARNING : Level.SEVERE,
                complete.getCause()
                        .map(cause -> cause.getCause() == null ? cause : cause.getCause())
                        .orElse(null),
                () -> "delivery of " + execution.getTaskName() + " " + id(execution.getId()) + " failed "
                        + failures + (failures == 1 ? " time, " : " times, ")
                        + (again ? "again at " + next : "given up"));
        operations.reschedule(complete, next);
    }

    public OutboxFigures figures() {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(FIGURES);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new OutboxFigures(
                    row.getLong(1), row.getLong(2), row.getLong(3), Duration.ofSeconds(Math.max(0, row.getLong(4))));
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the outbox cannot be read", unreadable);
        }
    }

    /** Tries the jobs again that were given up, and says how many there were. */
    public int revive() {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(REVIVE)) {
            return statement.executeUpdate();
        } catch (SQLException unwritable) {
            throw new IllegalStateException("the outbox cannot be written", unwritable);
        }
    }

    private Connection connection() throws SQLException {
        if (dataSource == null) {
            throw new SQLException("the outbox has not been started");
        }
        return dataSource.getConnection();
    }
}
