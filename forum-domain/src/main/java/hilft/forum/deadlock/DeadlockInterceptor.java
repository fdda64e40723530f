package hilft.forum.deadlock;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands around the transaction, so that a second try has one of its own; within another's there is nothing to repeat. */
@Interceptor
@RepeatedAfterDeadlock
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class DeadlockInterceptor {

    private static final System.Logger LOG = System.getLogger(DeadlockInterceptor.class.getName());

    /** MariaDB's number for "Deadlock found when trying to get lock; try restarting transaction". */
    private static final int DEADLOCK = 1213;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    @SuppressWarnings("NullAway.Init")
    TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    @Nullable
    Object proceed(InvocationContext useCase) throws Exception {
        boolean outermost = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
        try {
            return useCase.proceed();
        } catch (RuntimeException undone) {
            if (!outermost || !isDeadlock(undone)) {
                throw undone;
            }
            LOG.log(Level.INFO, "A deadlock undid {0}, which is run once more", useCase.getMethod());
            return useCase.proceed();
        }
    }

    private static boolean isDeadlock(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == DEADLOCK);
    }
}
