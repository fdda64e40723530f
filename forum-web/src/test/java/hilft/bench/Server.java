package hilft.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.stack.Stack;
import hilft.stack.StackProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The forum's process and the database as the machine sees them. */
final class Server {
    private static final double MILLISECONDS_A_TICK = 10;
    private static final int FIRST_AFTER_NAME = 11;
    private static final Pattern COMPILER = Pattern.compile("\\(C[12] Comp");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** A large index needs ten minutes to merge what it was filled in. */
    private static final Duration MERGED = Duration.ofMinutes(20);

    private static final Duration CALM = Duration.ofSeconds(3);
    private static final Duration ANSWERED = Duration.ofMillis(300);

    /** Nobody is answered after so long. */
    private static final Duration LEFT_WAIT = Duration.ofSeconds(10);

    /** Of one processor. */
    private static final double CALM_SHARE = 0.1;

    private final Stack stack;
    private final Connection connection;

    Server(Stack stack, Connection connection) {
        this.stack = stack;
        this.connection = connection;
    }

    /** Milliseconds of CPU that the process has taken since it began, its own and the system's for it. */
    double cpu() {
        return cpu(read("stat"));
    }

    /** The part of it that the compilers of the virtual machine have taken, as far as they are still there. */
    double compilerCpu() {
        try (var threads = Files.newDirectoryStream(process().resolve("task"))) {
            var taken = 0.0;
            for (var thread : threads) {
                var stat = Files.readString(thread.resolve("stat"));
                taken += COMPILER.matcher(stat).find() ? cpu(stat) : 0;
            }
            return taken;
        } catch (IOException | DirectoryIteratorException e) {
            // a thread ended while it was looked at
            return 0;
        }
    }

    private static double cpu(String stat) {
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
            return Files.readString(process().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path process() throws IOException {
        return Path.of(
                "/proc",
                Files.readString(stack.folder().resolve("run/forum.pid")).strip());
    }

    /** Waits until the search holds all that the database has; as long as the index grows, there is hope. */
    long awaitIndex() {
        var grown = System.nanoTime();
        var before = 0L;
        while (true) {
            var health = health();
            var documents = health.get("documents").getAsLong();
            if (health.get("state").getAsString().equals("ready")
                    && health.get("behind").getAsLong() == 0
                    && documents > 0) {
                return documents;
            }
            if (documents > before) {
                before = documents;
                grown = System.nanoTime();
            }
            if (System.nanoTime() - grown > PATIENCE.toNanos()) {
                throw new StackProblem("The search index does not grow: " + health, "look at the forum's log");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /**
     * Waits until the process has nothing to do by itself any more: after a start it reads all of the index once, and merges
     * what was written.
     */
    void awaitCalm() {
        awaitCalm(CALM, MERGED);
    }

    /** Waits until the process has answered everybody, those who have left included. */
    void awaitAnswers() {
        awaitCalm(ANSWERED, LEFT_WAIT);
    }

    private void awaitCalm(Duration looks, Duration most) {
        var end = System.nanoTime() + most.toNanos();
        double taken;
        do {
            var before = cpu();
            LockSupport.parkNanos(looks.toNanos());
            taken = cpu() - before;
        } while (taken > looks.toMillis() * CALM_SHARE && System.nanoTime() < end);
    }

    private JsonObject health() {
        var checks = JsonParser.parseString(
                        stack.call("GET", "/health/ready", null, null).body())
                .getAsJsonObject()
                .getAsJsonArray("checks");
        for (var check : checks) {
            if (check.getAsJsonObject().get("name").getAsString().equals("search")) {
                return check.getAsJsonObject().getAsJsonObject("data");
            }
        }
        throw new StackProblem("The forum says nothing of its search", "look at /health/ready");
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
