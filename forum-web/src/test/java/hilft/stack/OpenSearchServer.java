package hilft.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real OpenSearch of one node with its k-NN plugin, as a process of its own on a JDK of 21 or newer, which the rest of
 * the tests do not need. It can be stopped and started again by {@code POST <control>/stop} and {@code /start}, so that
 * tests inside a container can do so too; both answer when it is done.
 */
public final class OpenSearchServer implements AutoCloseable {
    private static final String NAME = "opensearch";
    private static final String KNN = "org.opensearch.knn.plugin.KNNPlugin";
    private static final int NEEDED_JAVA = 21;

    private final Folder folder;
    private final Path jdk;
    private final int port;
    private final int transportPort;
    private final HttpServer control;
    private @Nullable Child child;

    private OpenSearchServer(Folder folder, Path jdk) throws IOException {
        this.folder = folder;
        this.jdk = jdk;
        var free = Ports.free();
        this.port = free.forum();
        this.transportPort = free.keycloak();
        this.control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        control.createContext("/stop", exchange -> {
            stop();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        control.createContext("/start", exchange -> {
            start();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
    }

    /** Whether there is a JDK that it runs on; if not, says so in a line. */
    public static boolean canRun() {
        if (jdk().isPresent()) {
            return true;
        }
        System.out.println(
                "OPENSEARCH | NOT MEASURED: it needs a JDK of " + NEEDED_JAVA + " or newer, and there is none in "
                        + homes().map(Path::toString).toList());
        return false;
    }

    private static Optional<Path> jdk() {
        return homes().filter(home -> javaOf(home) >= NEEDED_JAVA && Files.isExecutable(home.resolve("bin/javac")))
                .findFirst();
    }

    private static Stream<Path> homes() {
        var homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        try (var installed = Files.list(Path.of("/usr/lib/jvm"))) {
            installed.sorted().forEach(homes::add);
        } catch (IOException none) {
            // then it is the one that runs this, or none
        }
        return homes.stream();
    }

    private static int javaOf(Path home) {
        var release = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
            var version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
            return Integer.parseInt(version.split("[.+-]")[0]);
        } catch (IOException | NumberFormatException noJdk) {
            return 0;
        }
    }

    /** Makes a new one, empty. */
    static OpenSearchServer in(Path path) {
        Folder.deleteTree(path);
        var folder = Folder.open(path);
        try {
            var server = new OpenSearchServer(folder, jdk().orElseThrow());
            server.compile();
            server.start();
            server.control.start();
            return server;
        } catch (IOException e) {
            folder.close();
            throw new UncheckedIOException(e);
        }
    }

    private void compile() throws IOException {
        var sources = Project.testClasses().resolve("opensearch");
        var command = new ArrayList<>(List.of(
                jdk.resolve("bin/javac").toString(),
                "-d",
                classes().toString(),
                "-cp",
                libraries(),
                sources.resolve("OpenSearchNode.java").toString()));
        try (var files = Files.walk(sources.resolve("org"))) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(command::add);
        }
        try {
            var log = folder.log("javac").toFile();
            var exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new StackProblem("OpenSearch's start cannot be compiled", log + " says why");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    private static String libraries() {
        return Project.server("opensearch") + "/*";
    }

    private synchronized void start() {
        var server = Child.start(
                NAME,
                folder,
                List.of(
                        jdk.resolve("bin/java").toString(),
                        "-Xms256m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classes() + File.pathSeparator + libraries(),
                        "OpenSearchNode",
                        folder.resolve("node").toString(),
                        Integer.toString(port),
                        Integer.toString(transportPort),
                        KNN),
                Map.of());
        child = server;
        Probe.await(
                server,
                Duration.ofMinutes(2),
                () -> Probe.status(url() + "/_cluster/health?wait_for_status=yellow") == 200);
    }

    private synchronized void stop() {
        if (child != null) {
            child.stop(Duration.ofSeconds(20));
            child = null;
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Where it is stopped and started. */
    public String control() {
        return "http://127.0.0.1:" + control.getAddress().getPort();
    }

    @Override
    public void close() {
        control.stop(0);
        stop();
        folder.close();
    }
}
