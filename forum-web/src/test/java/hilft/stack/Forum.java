package hilft.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;

/** Payara Micro with the exploded WAR of the last build and the movable clock. */
final class Forum {
    static final String NAME = "forum";
    private static final String MODELS_NATIVE = "models-native/ai/onnxruntime/native/linux-x64";
    private static final String CLOCK = "hilft/stack/clock";

    private final Folder folder;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> javaOptions;
    private @Nullable Child child;

    Forum(Folder folder, int port, Map<String, String> environment, List<String> javaOptions) {
        this.folder = folder;
        this.port = port;
        this.environment = environment;
        this.javaOptions = javaOptions;
    }

    void start() {
        try {
            Folder.deleteTree(folder.resolve("tmp"));
            var war = explode();
            var server = Child.start(
                    NAME, folder, command(war, writePreboot(folder.resolve("run/preboot.txt"))), environment);
            child = server;
            Probe.await(server, Duration.ofMinutes(3), () -> isReady(server));
        } catch (IOException e) {
            throw new StackProblem("The forum cannot be prepared: " + e.getMessage(), "run mvn package once", e);
        }
    }

    private Path explode() throws IOException {
        var built = Project.target().resolve("forum-web");
        if (!Files.isDirectory(built)) {
            throw new StackProblem(built + " is missing", "run mvn package once");
        }
        var war = folder.resolve("forum");
        Folder.deleteTree(war);
        Folder.copyTree(built, war);
        writeClock(Files.createDirectories(war.resolve("WEB-INF/lib")).resolve("hilft-clock.jar"));
        return war;
    }

    private static void writeClock(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var classes = Files.list(Project.testClasses().resolve(CLOCK))) {
            out.putNextEntry(new JarEntry("META-INF/beans.xml"));
            out.closeEntry();
            for (var file : classes.filter(file -> !file.toString().endsWith("Test.class"))
                    .toList()) {
                out.putNextEntry(new JarEntry(CLOCK + "/" + file.getFileName()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    /** The release's settings, plus loopback as the only address. */
    static Path writePreboot(Path file) throws IOException {
        var release = Files.readString(Project.docker().resolve("payara/preboot.txt"));
        var address = "set configs.config.server-config.network-config.network-listeners"
                + ".network-listener.http-listener.address=127.0.0.1\n";
        return Files.writeString(file, release + address);
    }

    private List<String> command(Path war, Path preboot) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of(
                "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-Donnxruntime.native.path=" + Project.server(MODELS_NATIVE),
                "-jar",
                Project.server("payara-micro.jar").toString(),
                "--addlibs",
                Project.server("models").toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--shutdowngrace",
                "3000",
                "--prebootcommandfile",
                preboot.toString(),
                "--port",
                Integer.toString(port),
                "--contextroot",
                "/",
                "--deploy",
                war.toString()));
        return command;
    }

    /** Payara stays up when a deployment fails, so its log is asked too. */
    private boolean isReady(Child server) {
        var log = server.output();
        if (log.contains("Exception while loading the app") || log.contains("Failed to deploy")) {
            throw server.failure("was not deployed");
        }
        if (!log.contains("Payara Micro URLs")) {
            return false;
        }
        return switch (Probe.status(url() + "/health/ready")) {
            case 200 -> hasSearch();
            case 404 -> Probe.status(url() + "/") < 500;
            default -> false;
        };
    }

    /** A forum is ready before its search index is open, but whoever looks at it wants to find something. */
    private boolean hasSearch() {
        var health = Probe.body(url() + "/health/ready");
        return !health.contains("\"search\"") || health.contains("\"ready\"") || health.contains("\"building\"");
    }

    String url() {
        return "http://localhost:" + port;
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

    void kill() {
        if (child != null) {
            child.kill();
        }
    }
}
