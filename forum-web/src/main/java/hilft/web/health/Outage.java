package hilft.web.health;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that does not answer, or not in time, from a mistake of ours: trying again helps. */
public final class Outage {

    /** Seconds after which a caller may try again. */
    public static final String RETRY_AFTER = "5";

    private static final int STATEMENT_TOO_LONG = 1969;
    private static final String POOL = "com.sun.enterprise.resource.pool.";

    /** Frames from where it was thrown to the pool. */
    private static final int NEAR = 6;

    private Outage() {}

    public static boolean isIn(@Nullable Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(thrown, cause -> cause != null, cause -> cause.getCause())
                .limit(20)
                .anyMatch(Outage::is);
    }

    /** Whether this one says so, whatever has caused it. */
    public static boolean is(@Nullable Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLTimeoutException
                || cause instanceof SQLException sql
                        && (sql.getErrorCode() == STATEMENT_TOO_LONG
                                || String.valueOf(sql.getSQLState()).startsWith("08"))
                // the server's pool knows no better type
                || cause != null && cause.getClass().getSimpleName().equals("PoolingException")
                || cause instanceof IllegalStateException && isOfPool(cause);
    }

    /** Two who find all connections dead at the same time make the server's pool stumble over its own timer. */
    private static boolean isOfPool(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(NEAR)
                .anyMatch(frame -> frame.getClassName().startsWith(POOL));
    }
}
