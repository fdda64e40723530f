package hilft.forum.similar;

import hilft.forum.search.index.Vectors;
import hilft.forum.similar.HttpEmbedder.Settings;
import hilft.forum.text.Languages;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The model and the gloss that this forum runs with, as configured and as far as they are installed. */
@ApplicationScoped
public class LanguageModels {

    private static final Logger LOG = Logger.getLogger(LanguageModels.class.getName());

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "hilft.similar.embedder", defaultValue = "builtin")
    String kind;

    @Inject
    @ConfigProperty(name = "hilft.similar.embedder.url")
    Optional<String> url;

    @Inject
    @ConfigProperty(name = "hilft.similar.embedder.model", defaultValue = "multilingual-e5-small")
    String model;

    @Inject
    @ConfigProperty(name = "hilft.similar.embedder.dimension", defaultValue = "384")
    int dimension;

    @Inject
    @ConfigProperty(name = "hilft.similar.embedder.german", defaultValue = "true")
    boolean german;

    @Inject
    @ConfigProperty(name = "hilft.similar.embedder.key")
    Optional<String> key;

    @Inject
    @ConfigProperty(name = "hilft.similar.embedder.key.file")
    Optional<String> keyFile;

    @Inject
    @ConfigProperty(name = "hilft.similar.embedder.asked-prefix")
    Optional<String> askedPrefix;

    @Inject
    @ConfigProperty(name = "hilft.similar.embedder.stored-prefix")
    Optional<String> storedPrefix;

    @Inject
    @ConfigProperty(name = "hilft.similar.gloss", defaultValue = "/usr/share/trans/de-en")
    String glossFile;

    private @Nullable Embedder embedder;
    private @Nullable TextVectors vectors;
    private Gloss gloss = Gloss.builtIn();
    private long megabytes;

    @PostConstruct
    void load() {
        long before = residentMegabytes();
        Embedder loaded = embedder();
        embedder = loaded;
        boolean glossed = loaded != null && !loaded.knowsGerman();
        if (glossed) {
            gloss = Gloss.with(Path.of(glossFile));
        }
        if (loaded != null) {
            TextVectors made = new TextVectors(loaded, gloss);
            if (!(loaded instanceof HttpEmbedder)) {
                // the first text makes a model take the memory that it works in
                made.of("Warum bricht mein WLAN jeden Abend ab?", Languages.GERMAN);
                megabytes = Math.max(0, residentMegabytes() - before);
            }
            vectors = made;
            LOG.log(Level.INFO, "Same questions are found with {0}", made.model());
        }
    }

    /** Of this process, as Linux tells it; 0 where it does not. */
    private static long residentMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    private @Nullable Embedder embedder() {
        return switch (kind) {
            case "builtin" -> builtIn();
            case "http" -> overHttp();
            case "none" -> null;
            default -> throw new IllegalStateException("hilft.similar.embedder is builtin, http or none, not " + kind);
        };
    }

    /** Null where the libraries are missing: then not even the class that uses them can be linked. */
    static @Nullable Embedder builtIn() {
        try {
            return OnnxEmbedder.load().orElse(null);
        } catch (LinkageError e) {
            LOG.log(Level.INFO, "No language models are installed: same questions are found by words alone.");
            LOG.log(Level.FINE, "The runtime is missing.", e);
            return null;
        }
    }

    private Embedder overHttp() {
        URI address =
                URI.create(url.orElseThrow(() -> new IllegalStateException("hilft.similar.embedder.url is missing")));
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalStateException("hilft.similar.embedder.url is no http or https address");
        }
        if (dimension < 1 || dimension > 4_096) {
            throw new IllegalStateException("hilft.similar.embedder.dimension lies between 1 and 4,096");
        }
        return new HttpEmbedder(
                new Settings(
                        address,
                        model,
                        dimension,
                        german,
                        keyFile.map(LanguageModels::read).or(() -> key).orElse(null),
                        askedPrefix.orElse(""),
                        storedPrefix.orElse("")),
                clock);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the secret in " + file, e);
        }
    }

    /** For the index; {@link Vectors#NONE} without a model. */
    @Produces
    @ApplicationScoped
    Vectors vectors() {
        return vectors == null ? Vectors.NONE : vectors;
    }

    @Nullable
    TextVectors textVectors() {
        return vectors;
    }

    @Nullable
    Embedder present() {
        return embedder;
    }

    Gloss gloss() {
        return gloss;
    }

    /** Whether there is a model, which it is, and why it gives no vectors now. */
    public ModelState state() {
        TextVectors present = vectors;
        if (present == null) {
            return new ModelState(kind, "", kind.equals("none"), false, 0, null);
        }
        EmbedderProblem problem = present.problem();
        return new ModelState(
                kind,
                present.model(),
                problem == null,
                gloss.hasLargeList(),
                megabytes,
                problem == null ? null : problem.getMessage());
    }

    @PreDestroy
    void close() {
        if (embedder != null) {
            embedder.close();
        }
    }
}
