package hilft.stack;

import com.google.gson.JsonParser;
import hilft.stack.social.SocialSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB, Keycloak and the forum, all real, with mail and X played beside them, all on loopback. Everything it keeps is in its folder;
 * {@link #close()} stops everything within fifteen seconds.
 */
public final class Stack implements AutoCloseable {
    private final Builder built;
    private final Folder folder;
    private final Progress progress;
    private final Database database;
    private final Keycloak keycloak;
    private final Forum forum;
    private final OutsideWorld outside;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private boolean closed;

    /** Begins the description of a stack that keeps its files in the folder. */
    public static Builder in(Path folder) {
        return new Builder(folder);
    }

    /** Where the project keeps what the build does not make anew. */
    public static Path projectFolder() {
        return Project.root().resolve(".hilft");
    }

    private Stack(Builder builder, Folder folder) {
        this.built = builder;
        this.folder = folder;
        this.progress = builder.progress;
        var ports = builder.ports;
        var url = "http://localhost:" + ports.forum();
        database = new Database(folder, ports.database(), builder.schemas, builder.databaseOptions);
        keycloak = new Keycloak(folder, ports, url, new Realm(builder.demoRealm));
        outside = new OutsideWorld(folder, ports, url, this::restartForum);
        forum = new Forum(folder, ports.forum(), environment(), builder.javaOptions);
    }

    private void prepare() {
        for (var orphan : List.of(Forum.NAME, Keycloak.NAME, Database.NAME)) {
            Child.stopOrphan(orphan, folder, progress);
        }
        if (built.fresh) {
            folder.forgetServers();
        }
        built.ports.requireFree();
    }

    /** Starts every server that does not run yet. */
    void start() {
        outside.start();
        startServers();
        writeSummary();
    }

    private void startServers() {
        if (built.oneAtATime) {
            startDatabase();
            startKeycloak();
            startForum();
        } else {
            var identity = CompletableFuture.runAsync(this::startKeycloak);
            var application = CompletableFuture.runAsync(this::startDatabase).thenRun(this::startForum);
            join(CompletableFuture.allOf(identity, application), identity, application);
        }
    }

    private static void join(CompletableFuture<Void> all, CompletableFuture<?>... parts) {
        // the first failure ends the wait; the others are stopped by close()
        CompletableFuture<Object> failed = new CompletableFuture<>();
        for (var part : parts) {
            var unused = part.exceptionally(cause -> {
                failed.completeExceptionally(cause);
                return null;
            });
        }
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StackProblem problem) {
                throw problem;
            }
            throw e;
        }
    }

    void startDatabase() {
        if (database.isRunning()) {
            return;
        }
        progress.step("MariaDB on port " + built.ports.database(), () -> {
            database.start();
            return database;
        });
        database.onUnexpectedEnd(
                () -> built.onLoss.accept("MariaDB ended unexpectedly, see " + folder.log(Database.NAME)));
    }

    private void startKeycloak() {
        if (!Keycloak.isBuilt()) {
            progress.step("Keycloak unpacked and built, only the first time", Keycloak::distribution);
        }
        progress.step("Keycloak on port " + built.ports.keycloak(), () -> {
            keycloak.start();
            return keycloak;
        });
        keycloak.onUnexpectedEnd(
                () -> built.onLoss.accept("Keycloak ended unexpectedly, see " + folder.log(Keycloak.NAME)));
    }

    private void startForum() {
        progress.step("Forum on port " + built.ports.forum(), () -> {
            forum.start();
            return forum;
        });
        forum.onUnexpectedEnd(() -> built.onLoss.accept("The forum ended unexpectedly, see " + folder.log(Forum.NAME)));
    }

    /** Stops the forum in order and starts it with the WAR of the last build. */
    public void restartForum() {
        forum.stop();
        startForum();
    }

    /** Stops every server in order and starts all of them again on the same folder, as the next morning would. */
    public void restart() {
        var identity = CompletableFuture.runAsync(keycloak::stop);
        forum.stop();
        database.stop();
        identity.join();
        startServers();
    }

    /** Ends the forum as a power cut would. */
    public void killForum() {
        forum.kill();
    }

    /** Ends the forum as a power cut would and starts it again. */
    public void killAndRestartForum() {
        killForum();
        startForum();
    }

    /** Ends the database as a power cut would and starts it again. */
    public void killAndRestartDatabase() {
        database.kill();
        startDatabase();
    }

    /** From now on the database takes connections and questions, and answers none of them. */
    public void freezeDatabase() {
        database.freeze();
    }

    public void thawDatabase() {
        database.thaw();
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("HILFT_BASE_URL", url());
        environment.put("HILFT_DATABASE_URL", database.url());
        environment.put("HILFT_DATABASE_USER", database.user());
        environment.put("HILFT_DATABASE_PASSWORD", database.password());
        environment.put("HILFT_MIGRATION_USER", database.migrationUser());
        environment.put("HILFT_MIGRATION_PASSWORD", database.migrationPassword());
        environment.put("HILFT_KEYCLOAK_URL", keycloak.url());
        environment.put("HILFT_KEYCLOAK_REALM", Keycloak.REALM);
        environment.put("HILFT_KEYCLOAK_CLIENT_ID", "hilft-forum");
        environment.put("HILFT_KEYCLOAK_CLIENT_SECRET", keycloak.clientSecret());
        environment.put("HILFT_KEYCLOAK_ADMIN_CLIENT_ID", "hilft-sync");
        environment.put("HILFT_KEYCLOAK_ADMIN_CLIENT_SECRET", keycloak.adminClientSecret());
        environment.put("HILFT_SECRET_KEY", folder.secretKey("secret-key"));
        environment.putAll(outside.environment());
        environment.put("HILFT_SEARCH_DIRECTORY", folder.resolve("search").toString());
        environment.put(
                "HILFT_ATTACHMENT_DIRECTORY", folder.resolve("attachments").toString());
        environment.put("HILFT_ATTACHMENT_PER_DAY", "10000");
        environment.put("HILFT_RATE_LIMIT_FACTOR", "100");
        environment.putAll(built.environment);
        return environment;
    }

    /** For scripts and people who want to look behind the pages; readable by the owner alone. */
    private void writeSummary() {
        var file = folder.resolve("stack.properties");
        var lines = new StringBuilder();
        environment().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> lines.append(entry.getKey())
                        .append('=')
                        .append(entry.getValue())
                        .append('\n'));
        lines.append("KEYCLOAK_ADMIN_USER=").append(keycloak.adminUser()).append('\n');
        lines.append("KEYCLOAK_ADMIN_PASSWORD=")
                .append(keycloak.adminPassword())
                .append('\n');
        try {
            Folder.createPrivate(file);
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new StackProblem(file + " cannot be written", "check the disk", e);
        }
    }

    public String url() {
        return "http://localhost:" + built.ports.forum();
    }

    public Path folder() {
        return folder.path();
    }

    public Ports ports() {
        return built.ports;
    }

    public Database database() {
        return database;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    public Mailbox mailbox() {
        return outside.mailbox();
    }

    public SocialSimulator x() {
        return outside.x();
    }

    /** Connects the forum with X as an administrator would; needs the demo's realm. */
    public void connectX() {
        new XApproval(this).give();
    }

    /** From now on nobody answers where X and the mail pages are. */
    public void closeX() {
        outside.port().close();
    }

    public void reopenX() {
        outside.port().open();
    }

    public Progress progress() {
        return progress;
    }

    /** An access token of the demo member, as a script would get it. */
    public String token(String username) {
        var form = "grant_type=password&scope=openid&client_id=" + Realm.SCRIPT_CLIENT + "&username=" + encode(username)
                + "&password=" + encode(Realm.PASSWORD);
        var answer = send(HttpRequest.newBuilder(
                        URI.create(keycloak.url() + "/realms/" + Keycloak.REALM + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No token for " + username + ": " + answer.body());
        }
        return JsonParser.parseString(answer.body())
                .getAsJsonObject()
                .get("access_token")
                .getAsString();
    }

    /** Calls the forum as an anonymous visitor or, with a token, as a member; the body, if any, is JSON. */
    public HttpResponse<String> call(
            String method, String path, @Nullable String token, @Nullable String json, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", "en")
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sets the forum's clock, which keeps running from there. */
    public void travelTo(Instant instant) {
        clock("PUT", instant.toString());
    }

    /** Moves the forum's clock forward, or back when negative. */
    public void travelBy(Duration duration) {
        clock("PUT", duration.toString());
    }

    public void returnToPresent() {
        clock("DELETE", "");
    }

    private void clock(String method, String body) {
        var answer = send(HttpRequest.newBuilder(URI.create(url() + "/dev/clock"))
                .header("Origin", url())
                .header("Content-Type", "text/plain")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("/dev/clock answered " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        progress.say("Hilft stops, everything is kept in " + folder.path());
        folder.refuseServers();
        var identity = CompletableFuture.runAsync(keycloak::stop);
        forum.stop();
        database.stop();
        identity.join();
        outside.stop();
        folder.close();
    }

    /** What a stack is started with; without other words it takes free ports and says nothing. */
    public static final class Builder {
        private final Path folder;
        private final Map<String, String> environment = new HashMap<>();
        private List<String> schemas = List.of("hilft");
        private Ports ports = Ports.free();
        private boolean demoRealm;
        private boolean fresh;
        private boolean oneAtATime;
        private Progress progress = Progress.quiet();
        private List<String> javaOptions = List.of("-Xmx768m");
        private List<String> databaseOptions = List.of();
        private Consumer<String> onLoss = loss -> {};

        private Builder(Path folder) {
            this.folder = folder;
        }

        public Builder ports(Ports ports) {
            this.ports = ports;
            return this;
        }

        /** Databases beside each other on the one server; the forum uses the first. */
        Builder schemas(String... schemas) {
            this.schemas = List.of(schemas);
            return this;
        }

        /** Forgets what an earlier stack left in the folder. */
        public Builder fresh() {
            this.fresh = true;
            return this;
        }

        /** Adds the demo members and the client {@code hilft-cli} to the realm. */
        public Builder withDemoRealm() {
            this.demoRealm = true;
            return this;
        }

        public Builder with(String variable, String value) {
            environment.put(variable, value);
            return this;
        }

        /** Boots one server after the other, for machines that do more than this. */
        public Builder oneAtATime() {
            this.oneAtATime = true;
            return this;
        }

        public Builder javaOptions(String... options) {
            this.javaOptions = List.of(options);
            return this;
        }

        /** Options of MariaDB that count instead of the usual ones. */
        public Builder databaseOptions(String... options) {
            this.databaseOptions = List.of(options);
            return this;
        }

        public Builder loudly() {
            this.progress = Progress.loud();
            return this;
        }

        /** Is told in one sentence when a server ends by itself. */
        public Builder onLoss(Consumer<String> listener) {
            this.onLoss = listener;
            return this;
        }

        public Stack start() {
            var stack = open();
            try {
                stack.start();
                return stack;
            } catch (RuntimeException e) {
                stack.close();
                throw e;
            }
        }

        /** Takes the folder and checks what can be checked, but starts nothing yet. */
        Stack open() {
            var opened = Folder.open(folder);
            try {
                var stack = new Stack(this, opened);
                stack.prepare();
                Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop " + folder));
                return stack;
            } catch (RuntimeException e) {
                opened.close();
                throw e;
            }
        }
    }
}
