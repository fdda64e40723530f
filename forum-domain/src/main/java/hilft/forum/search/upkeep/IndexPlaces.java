package hilft.forum.search.upkeep;

import hilft.forum.search.index.OpenSearch;
import hilft.forum.search.index.SearchIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses, as configured, where this forum's indexes are kept. */
@ApplicationScoped
class IndexPlaces {
    private static final Logger LOG = Logger.getLogger(IndexPlaces.class.getName());
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9]{0,30}");

    /** A quarter of the time for which a node has the place. */
    private static final long RENEWAL_NANOS = 5_000_000_000L;

    @Inject
    Keepers keepers;

    @Inject
    @ConfigProperty(name = "hilft.search.backend", defaultValue = "lucene")
    String backend;

    @Inject
    @ConfigProperty(name = "hilft.search.directory", defaultValue = "search")
    String directory;

    @Inject
    @ConfigProperty(name = "hilft.search.opensearch.url")
    Optional<String> urls;

    @Inject
    @ConfigProperty(name = "hilft.search.opensearch.prefix", defaultValue = "hilft")
    String prefix;

    @Inject
    @ConfigProperty(name = "hilft.search.opensearch.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "hilft.search.opensearch.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "hilft.search.opensearch.password.file")
    Optional<String> passwordFile;

    /**
     * The place, not taken yet.
     *
     * @throws IllegalStateException when the configuration makes no sense
     */
    public IndexPlace configured() {
        return switch (backend) {
            case "lucene" -> new LuceneFolder(Path.of(directory));
            case "opensearch" -> openSearch();
            default -> throw new IllegalStateException("hilft.search.backend is lucene or opensearch, not " + backend);
        };
    }

    private IndexPlace openSearch() {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalStateException(
                    "hilft.search.opensearch.prefix is a small letter and up to 30 more and digits, not " + prefix);
        }
        List<URI> hosts =
                hosts(urls.orElseThrow(() -> new IllegalStateException("hilft.search.opensearch.url is missing")));
        OpenSearch cluster = new OpenSearch(
                hosts,
                user.orElse(""),
                passwordFile.map(IndexPlaces::read).or(() -> password).orElse(""));
        // all nodes of a release share what they fill; during an update, each release fills its own
        String place = "opensearch/" + SearchIndex.MAPPING;
        return new OpenSearchCluster(cluster, prefix, new Lease(place), () -> leave(place));
    }

    static List<URI> hosts(String urls) {
        return Arrays.stream(urls.split(",", -1))
                .map(String::strip)
                .map(IndexPlaces::host)
                .toList();
    }

    private static URI host(String url) {
        try {
            URI host = new URI(url);
            boolean http = "https".equals(host.getScheme()) || "http".equals(host.getScheme());
            boolean bare = host.getRawUserInfo() == null && host.getRawQuery() == null;
            if (http && bare && host.getHost() != null && host.getRawPath().isEmpty()) {
                return host;
            }
        } catch (URISyntaxException none) {
            LOG.log(Level.FINE, "no address", none);
        }
        throw new IllegalStateException(
                "hilft.search.opensearch.url holds http or https addresses without account and path, with commas between");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the secret in " + file, e);
        }
    }

    /** Asks the database every five seconds, not every second. */
    private final class Lease implements BooleanSupplier {
        private final String place;
        private boolean had;
        private long askedNanos;

        Lease(String place) {
            this.place = place;
        }

        @Override
        public boolean getAsBoolean() {
            if (!had || System.nanoTime() - askedNanos > RENEWAL_NANOS) {
                long before = System.nanoTime();
                had = false;
                had = keepers.take(place);
                askedNanos = before;
            }
            return had;
        }
    }

    private void leave(String place) {
        try {
            keepers.leave(place);
        } catch (RuntimeException unreachable) {
            LOG.log(Level.FINE, "the place is free in 20 seconds", unreachable);
        }
    }
}
