package hilft.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The real Keycloak server in production mode on an H2 file. The distribution is unpacked and built once for all stacks;
 * a stack's own home links to it and holds only data, themes and realm.
 */
public final class Keycloak {
    static final String NAME = "keycloak";
    public static final String REALM = "hilft";
    private static final String ADMIN = "hilft-bootstrap";

    private final Folder folder;
    private final Ports ports;
    private final String forumUrl;
    private final Realm realm;
    private @Nullable Child child;

    Keycloak(Folder folder, Ports ports, String forumUrl, Realm realm) {
        this.folder = folder;
        this.ports = ports;
        this.forumUrl = forumUrl;
        this.realm = realm;
    }

    /** Unpacks and builds the server unless another start has done so already; this takes half a minute. */
    static Path distribution() {
        var zip = Project.server("keycloak-quarkus-dist.zip");
        try {
            return Cache.folder("keycloak-" + Long.toHexString(Files.size(zip)), Keycloak::unpackAndBuild);
        } catch (IOException e) {
            throw new StackProblem(zip + " is missing", "run mvn package once", e);
        }
    }

    static boolean isBuilt() {
        return Cache.isFilled("keycloak-"
                + Long.toHexString(
                        Project.server("keycloak-quarkus-dist.zip").toFile().length()));
    }

    private static void unpackAndBuild(Path target) {
        try (var zip = new ZipFile(Project.server("keycloak-quarkus-dist.zip").toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var inside = entry.getName().replaceFirst("^[^/]+/", "");
                var file = target.resolve(inside).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(entry.getName() + " leaves the folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.resolveSibling("."));
                    try (var in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
            var build = new ProcessBuilder(java(target, List.of("build", "--db=dev-file", "--health-enabled=true")))
                    .redirectErrorStream(true)
                    .redirectOutput(target.resolve("build.log").toFile())
                    .start();
            if (build.waitFor() != 0) {
                throw new StackProblem("Keycloak cannot be built", "see " + target.resolve("build.log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Building Keycloak was interrupted", "start again", e);
        }
    }

    void start() {
        var distribution = distribution();
        var home = folder.resolve("keycloak");
        try {
            prepareHome(distribution, home);
            boot(home);
            bringRealmUpToDate(home.resolve("data/realm.json"));
        } catch (IOException e) {
            throw new StackProblem("Keycloak's folder cannot be prepared: " + e.getMessage(), "check the disk", e);
        }
    }

    private void boot(Path home) {
        var server = Child.start(NAME, folder, java(home, options()), environment());
        child = server;
        Probe.await(
                server,
                Duration.ofMinutes(3),
                () -> Probe.status("http://localhost:" + ports.keycloakManagement() + "/health/ready") == 200);
    }

    private void prepareHome(Path distribution, Path home) throws IOException {
        Files.createDirectories(home.resolve("themes"));
        for (var shared : List.of("conf", "lib", "providers")) {
            link(home.resolve(shared), distribution.resolve(shared));
        }
        link(home.resolve("themes/hilft"), Project.docker().resolve("keycloak/theme/hilft"));
        Files.writeString(
                Files.createDirectories(home.resolve("data/import")).resolve(REALM + "-realm.json"), realm.json());
    }

    /** The file keeps what Keycloak was given last; without it the realm has just been imported. */
    private void bringRealmUpToDate(Path given) throws IOException {
        var wanted = RealmUpdate.resolve(realm.json(), environment());
        if (Files.exists(given) && !Files.readString(given).equals(wanted)) {
            new RealmUpdate(this).apply(wanted);
        }
        Folder.createPrivate(given);
        Files.writeString(given, wanted);
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private List<String> options() {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--http-management-port=" + ports.keycloakManagement(),
                "--hostname=" + url(),
                "--cache=local",
                "--log-level=info,io.smallrye.health:warn",
                "--spi-theme--static-max-age=-1",
                "--spi-theme--cache-themes=false",
                "--spi-theme--cache-templates=false");
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword());
        environment.put("HILFT_BASE_URL", forumUrl);
        environment.put("HILFT_KEYCLOAK_CLIENT_SECRET", clientSecret());
        environment.put("HILFT_KEYCLOAK_ADMIN_CLIENT_SECRET", adminClientSecret());
        environment.put("HILFT_VERIFY_EMAIL", "false");
        environment.put("HILFT_MAIL_HOST", "localhost");
        environment.put("HILFT_MAIL_PORT", Integer.toString(ports.mail()));
        environment.put("HILFT_MAIL_FROM", "hilft@example.org");
        return environment;
    }

    private static List<String> java(Path home, List<String> options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=256m",
                "-Duser.language=en",
                "-Duser.timezone=UTC",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(options);
        return command;
    }

    public String url() {
        return "http://localhost:" + ports.keycloak();
    }

    public String clientSecret() {
        return folder.secret("keycloak.client-secret");
    }

    public String adminClientSecret() {
        return folder.secret("keycloak.admin-client-secret");
    }

    /** The user of realm {@code master} who may change everything, for tests and for the curious. */
    public String adminUser() {
        return ADMIN;
    }

    public String adminPassword() {
        return folder.secret("keycloak.admin-password");
    }

    void onUnexpectedEnd(Runnable action) {
        if (child != null) {
            child.onUnexpectedEnd(action);
        }
    }

    void stop() {
        if (child != null) {
            child.stop(Duration.ofSeconds(8));
        }
    }
}
