package hilft.bench;

import hilft.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The forum's process and the database as the machine sees them. */
final class Server {
    private static final double MILLISECONDS_A_TICK = 10;
    private static final int FIRST_AFTER_NAME = 11;

    private final Stack stack;
    private final Connection connection;

    Server(Stack stack, Connection connection) {
        this.stack = stack;
        this.connection = connection;
    }

    /** Milliseconds of CPU that the process has taken since it began, its own and the system's for it. */
    double cpu() {
        var stat = read("stat");
        var figures = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(figures[FIRST_AFTER_NAME]) + Long.parseLong(figures[FIRST_AFTER_NAME + 1]))
                * MILLISECONDS_A_TICK;
    }

    long rssAnonMegabytes() {
        return status("RssAnon:") / 1024;
    }

    long threads() {
        return status("Threads:");
    }

    private long status(String name) {
        return read("status")
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private String read(String file) {
        try {
            var pid = Files.readString(stack.folder().resolve("run/forum.pid")).strip();
            return Files.readString(Path.of("/proc", pid, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The addresses of threads, beginning with the given question. */
    List<String> threads(long first, int count) throws SQLException {
        var addresses = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id, slug from question where id >= %d order by id limit %d".formatted(first, count))) {
            while (rows.next()) {
                addresses.add("/questions/" + rows.getLong(1) + "/" + rows.getString(2));
            }
        }
        return addresses;
    }

    /** Statements that the database was sent since it began, this question among them. */
    long statements() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show global status like 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
