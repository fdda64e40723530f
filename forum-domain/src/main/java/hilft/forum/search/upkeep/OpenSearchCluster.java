package hilft.forum.search.upkeep;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.index.OpenSearch;
import hilft.forum.search.index.SearchIndex;
import hilft.forum.search.index.Vectors;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * An OpenSearch cluster that all nodes of a forum share, and perhaps other forums with other prefixes: every index of
 * ours is called {@code <prefix>-<name>}. All nodes ask the same index; the one that holds the lease fills it.
 */
final class OpenSearchCluster implements IndexPlace {
    private static final int ANSWER_MILLIS = 3_000;

    /** An index whose shards are missing for so long will not come back by itself. */
    private static final Duration RED_MAX = Duration.ofMinutes(5);

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final Pattern POSITION = Pattern.compile("\"position\"\\s*:\\s*(\\d+)");
    private static final String UUID = "[0-9a-f-]{36}";

    private final OpenSearch cluster;
    private final String prefix;
    private final BooleanSupplier lease;
    private final Runnable release;
    private final Set<String> unmade = new HashSet<>();
    private final Map<String, Long> redSinceNanos = new HashMap<>();
    private final Pattern ours;

    private @Nullable RestClient client;
    private volatile boolean reached;
    private volatile boolean holdsVectors;

    /** {@code lease} tries to be the one that fills the indexes for a while from now on, {@code release} ends that. */
    OpenSearchCluster(OpenSearch cluster, String prefix, BooleanSupplier lease, Runnable release) {
        this.cluster = cluster;
        this.prefix = prefix;
        this.lease = lease;
        this.release = release;
        this.ours = Pattern.compile(OpenSearch.concrete(Pattern.quote(prefix) + "-(" + UUID + ")"));
    }

    @Override
    public String kind() {
        return "opensearch";
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public boolean holdsVectors() {
        return holdsVectors;
    }

    @Override
    public boolean take() {
        try {
            if (reached) {
                expect("HEAD", "/", null);
            } else {
                holdsVectors = expect("GET", "/_cat/plugins?h=component", null)
                        .toLowerCase(Locale.ROOT)
                        .contains("knn");
                reached = true;
            }
        } catch (PlaceProblem away) {
            reached = false;
            throw away;
        }
        return lease.getAsBoolean();
    }

    @Override
    public Set<String> names() {
        String listed = expect("GET", "/_cat/indices/" + prefix + "-*?h=index", null);
        return listed.lines()
                .map(String::strip)
                .map(ours::matcher)
                .filter(Matcher::matches)
                .map(index -> index.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public void make(String name) {
        // it is made when it is opened, for only then it is known which fields it has
        unmade.add(name);
        send("PUT", "/" + positions(), """
                {"settings": {"number_of_shards": 1, "auto_expand_replicas": "0-1"}}
                """, BAD_REQUEST);
    }

    @Override
    public SearchIndex open(String name, int dimension, Analysis analysis, Vectors vectors) {
        int held = holdsVectors ? dimension : SearchIndex.WITHOUT_VECTORS;
        return SearchIndex.open(cluster, index(name), unmade.remove(name), held, analysis, vectors);
    }

    @Override
    public boolean has(String name) {
        return send("HEAD", "/" + OpenSearch.concrete(index(name)), null, NOT_FOUND) != null;
    }

    @Override
    public long position(String name) {
        String source = send("GET", "/" + positions() + "/_source/" + name, null, NOT_FOUND);
        Matcher position = POSITION.matcher(source == null ? "" : source);
        return position.find() ? Long.parseLong(position.group(1)) : 0;
    }

    @Override
    public void position(String name, long position) {
        expect("PUT", "/" + positions() + "/_doc/" + name, "{\"position\": " + position + "}");
    }

    /**
     * Not when shards have been missing for five minutes; OpenSearch checks what it reads by itself.
     *
     * @throws PlaceProblem when shards are missing for less long, as while a node starts
     */
    @Override
    public boolean isSound(String name) {
        String health = send("GET", "/_cat/indices/" + OpenSearch.concrete(index(name)) + "?h=health", null, NOT_FOUND);
        if (health == null) {
            return false;
        }
        if (!health.strip().equals("red")) {
            redSinceNanos.remove(name);
            return true;
        }
        long since = redSinceNanos.computeIfAbsent(name, first -> System.nanoTime());
        if (System.nanoTime() - since < RED_MAX.toNanos()) {
            throw new PlaceProblem("parts of the index " + index(name) + " are not there", null);
        }
        return false;
    }

    @Override
    public void remove(String name) {
        redSinceNanos.remove(name);
        send("DELETE", "/" + OpenSearch.concrete(index(name)), null, NOT_FOUND);
        // what was written after somebody had deleted the index has made another one of the alias's name
        send("DELETE", "/" + index(name), null, NOT_FOUND);
        send("DELETE", "/" + positions() + "/_doc/" + name, null, NOT_FOUND);
    }

    @Override
    public void leave() {
        release.run();
        disconnect();
    }

    private void disconnect() {
        reached = false;
        RestClient open = client;
        client = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException closing) {
                // nothing was waited for
            }
        }
    }

    private String index(String name) {
        return prefix + "-" + name;
    }

    private String positions() {
        return prefix + "-positions";
    }

    private String expect(String method, String path, @Nullable String body) {
        String answer = send(method, path, body, 0);
        return answer == null ? "" : answer;
    }

    /** The answer's text, empty if it has none; null when its status is the one that is fine too. */
    private @Nullable String send(String method, String path, @Nullable String body, int alsoFine) {
        Request request = new Request(method, path);
        if (body != null) {
            request.setJsonEntity(body);
        }
        try {
            Response response = client().performRequest(request);
            int status = response.getStatusLine().getStatusCode();
            if (status == NOT_FOUND) {
                // for HEAD it is no failure
                return null;
            }
            return response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity());
        } catch (ResponseException refused) {
            int status = refused.getResponse().getStatusLine().getStatusCode();
            if (status == alsoFine) {
                return null;
            }
            throw new PlaceProblem(
                    "OpenSearch at " + cluster + " refuses " + method + " " + path + ": " + status, refused);
        } catch (IOException | RuntimeException silent) {
            // a client whose threads have ended answers nothing any more
            disconnect();
            throw new PlaceProblem("OpenSearch at " + cluster + " does not answer: " + silent.getMessage(), silent);
        }
    }

    private RestClient client() {
        RestClient open = client;
        if (open == null) {
            open = cluster.connect(ANSWER_MILLIS);
            client = open;
        }
        return open;
    }
}
