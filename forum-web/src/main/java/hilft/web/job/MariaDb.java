package hilft.web.job;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Connections to the configured database for the server's pool. The driver's own data source is an XA one too, which
 * makes the server use XA transactions, and those fail with a single resource; this one is not.
 */
public class MariaDb implements DataSource {

    /**
     * A statement that takes ten seconds serves nobody any more; the database itself ends it, if it still can. Whoever has
     * waited for a lock reads what those before have written, and locks what it found, not the gaps beside: use cases lock
     * first and read then.
     */
    private static final String OPTIONS =
            "useServerPrepStmts=true&cachePrepStmts=true&useBulkStmts=true&connectionTimeZone=UTC&connectTimeout=4000&socketTimeout=12000"
                    + "&sessionVariables=max_statement_time=10,transaction_isolation='READ-COMMITTED'";

    private final MariaDbDataSource driver = new MariaDbDataSource();

    public MariaDb() throws SQLException {
        String url = DatabaseAccess.url();
        driver.setUrl(url + (url.contains("?") ? "&" : "?") + OPTIONS);
        driver.setUser(DatabaseAccess.user());
        driver.setPassword(DatabaseAccess.password());
    }

    @Override
    public Connection getConnection() throws SQLException {
        return driver.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
