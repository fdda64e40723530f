package hilft.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the database answers a query: what EXPLAIN says about each table, and how many rows it really read for it. */
record Plan(String sql, List<Step> steps, long rowsRead) {

    /** A line of EXPLAIN. */
    record Step(
            @Nullable String table,
            @Nullable String type,
            @Nullable String key,
            String extra) {

        boolean readsWholeTable() {
            return "ALL".equals(type);
        }

        boolean sorts() {
            return extra.contains("filesort") || extra.contains("temporary");
        }
    }

    static Plan of(Statements.Sent sent, Connection connection) throws SQLException {
        var steps = new ArrayList<Step>();
        try (var explain = sent.prepare(connection, "explain ");
                var rows = explain.executeQuery()) {
            while (rows.next()) {
                var extra = rows.getString("Extra");
                steps.add(new Step(
                        rows.getString("table"),
                        rows.getString("type"),
                        rows.getString("key"),
                        extra == null ? "" : extra));
            }
        }
        var before = rowsRead(connection);
        try (var query = sent.prepare(connection, "");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                // only read
            }
        }
        return new Plan(sent.sql(), steps, rowsRead(connection) - before);
    }

    /** What this connection has read so far; showing the figures reads some rows of its own, the same number each time. */
    private static long rowsRead(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show session status like 'Handler\\_read\\_%'")) {
            var sum = 0L;
            while (rows.next()) {
                sum += rows.getString(1).endsWith("_deleted") ? 0 : rows.getLong(2);
            }
            return sum;
        }
    }

    boolean isLean(long mostRows) {
        return rowsRead <= mostRows && steps.stream().noneMatch(step -> step.readsWholeTable() || step.sorts());
    }

    @Override
    public String toString() {
        return rowsRead + " rows read for " + sql + "\n    "
                + String.join("\n    ", steps.stream().map(Step::toString).toList());
    }
}
