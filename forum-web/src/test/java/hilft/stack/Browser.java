package hilft.stack;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Chromium for the journeys: the system's own, else the Debian package, else Playwright's download. Without any of them
 * the build fails, because a journey that nobody walked proves nothing.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> USUAL_PATHS = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/lib/chromium/chromium",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/opt/google/chrome/chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** The build calls this before the journeys, so that an installation is seen and timed apart from them. */
    public static void main(String[] arguments) {
        var progress = Progress.loud();
        try (var browser = open()) {
            progress.say("Browser for the journeys: Chromium " + browser.chromium.version());
        }
    }

    /** Starts a headless Chromium, installing one first if there is none. */
    public static Browser open() {
        var executable = find().or(Browser::installPackage);
        var environment = new HashMap<>(System.getenv());
        if (executable.isPresent()) {
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        }
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        try {
            var options = new BrowserType.LaunchOptions().setHeadless(true);
            executable.ifPresent(options::setExecutablePath);
            return new Browser(playwright, playwright.chromium().launch(options));
        } catch (RuntimeException e) {
            playwright.close();
            throw new StackProblem(
                    "No Chromium can be started for the journeys: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "install the package chromium, or set HILFT_CHROMIUM to the program",
                    e);
        }
    }

    public com.microsoft.playwright.Browser chromium() {
        return chromium;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        var configured = System.getenv("HILFT_CHROMIUM");
        if (configured != null && !configured.isBlank()) {
            if (!Files.isExecutable(Path.of(configured))) {
                throw new StackProblem(
                        "HILFT_CHROMIUM names " + configured + ", which is no program",
                        "correct or remove the variable");
            }
            return Optional.of(Path.of(configured));
        }
        return USUAL_PATHS.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> installPackage() {
        if (!isRoot() || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        Progress.loud()
                .step(
                        "Package chromium installed for the journeys",
                        () -> Stream.of(
                                        List.of("apt-get", "update", "-q"),
                                        List.of(
                                                "apt-get",
                                                "install",
                                                "-y",
                                                "-q",
                                                "--no-install-recommends",
                                                "chromium",
                                                "fonts-dejavu-core"))
                                .map(Browser::run)
                                .reduce(0, Math::max));
        return find();
    }

    private static int run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(Map.of("DEBIAN_FRONTEND", "noninteractive"));
            var process = builder.start();
            return process.waitFor(10, TimeUnit.MINUTES) ? process.exitValue() : 1;
        } catch (IOException e) {
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
