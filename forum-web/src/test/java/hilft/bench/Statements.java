package hilft.bench;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that remembers the queries that went through it, with their values. */
final class Statements implements DataSource {

    /** A query as it was sent. */
    record Sent(String sql, SortedMap<Integer, @Nullable Object> values) {
        PreparedStatement prepare(Connection connection, String prefix) throws SQLException {
            var statement = connection.prepareStatement(prefix + sql);
            for (var value : values.entrySet()) {
                statement.setObject(value.getKey(), value.getValue());
            }
            return statement;
        }
    }

    /** Opens a connection to the database. */
    interface Opening {
        Connection open() throws SQLException;
    }

    private final Opening opening;
    private final List<Sent> sent = new ArrayList<>();

    Statements(Opening opening) {
        this.opening = opening;
    }

    /** What was sent since the last call. */
    List<Sent> take() {
        var taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = opening.open();
        return proxy(Connection.class, connection, (name, arguments, result) -> {
            if (name.equals("prepareStatement") && result instanceof PreparedStatement statement) {
                return watched(statement, (String) arguments[0]);
            }
            return result;
        });
    }

    private PreparedStatement watched(PreparedStatement statement, String sql) {
        var values = new TreeMap<Integer, @Nullable Object>();
        return proxy(PreparedStatement.class, statement, (name, arguments, result) -> {
            if (name.startsWith("set") && arguments.length >= 2 && arguments[0] instanceof Integer place) {
                values.put(place, name.equals("setNull") ? null : arguments[1]);
            } else if (name.equals("executeQuery")) {
                sent.add(new Sent(sql, new TreeMap<>(values)));
            }
            return result;
        });
    }

    private interface After {
        @Nullable
        Object apply(String name, Object[] arguments, @Nullable Object result);
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            var arguments = given == null ? new Object[0] : given;
            try {
                return after.apply(method.getName(), arguments, method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
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
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
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
