package hilft.forum.search.index;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.elasticsearch.client.RestClient;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;

/** An OpenSearch cluster: the addresses of one or several of its nodes, and an account, empty where it asks for none. */
public record OpenSearch(List<URI> hosts, String user, String password) {

    /** Which requests it understands; every release since 2.14 does. Fixed, so that opening an index asks for nothing. */
    private static final String VERSION = "opensearch:2.14";

    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 10_000;

    /** The name of the index behind its two aliases: nothing makes one of this name by itself. */
    public static String concrete(String name) {
        return name + "-000001";
    }

    @Override
    public String toString() {
        return String.join(", ", hosts.stream().map(URI::toString).toList());
    }

    /** A client for requests that are none of the index's, each of which waits {@code millis} for its answer. */
    public RestClient connect(int millis) {
        HttpHost[] nodes = hosts.stream()
                .map(host -> new HttpHost(host.getHost(), port(host), host.getScheme()))
                .toArray(HttpHost[]::new);
        CredentialsProvider account = new BasicCredentialsProvider();
        if (!user.isEmpty()) {
            for (HttpHost node : nodes) {
                account.setCredentials(new AuthScope(node), new UsernamePasswordCredentials(user, password));
            }
        }
        return RestClient.builder(nodes)
                .setRequestConfigCallback(
                        request -> request.setConnectTimeout(CONNECT_MILLIS).setSocketTimeout(millis))
                .setHttpClientConfigCallback(client -> client.setDefaultCredentialsProvider(account))
                .build();
    }

    private static int port(URI host) {
        if (host.getPort() > 0) {
            return host.getPort();
        }
        return host.getScheme().equals("https") ? 443 : 80;
    }

    Map<String, Object> backend(String name, boolean make) {
        ElasticsearchAnalysisConfigurer terms =
                context -> context.analyzer(ThreadDocument.TERMS).custom().tokenizer("whitespace");
        Map<String, Object> backend = new HashMap<>(Map.of(
                "type",
                "elasticsearch",
                "uris",
                hosts.stream().map(URI::toString).toList(),
                "version",
                VERSION,
                "version_check.enabled",
                false,
                "connection_timeout",
                CONNECT_MILLIS,
                "read_timeout",
                ANSWER_MILLIS,
                "layout.strategy",
                new Names(name),
                "analysis.configurer",
                terms,
                "schema_management.settings_file",
                "hilft/forum/search/index/opensearch.json"));
        if (!user.isEmpty()) {
            backend.put("username", user);
            backend.put("password", password);
        }
        Map<String, Object> properties = new HashMap<>();
        backend.forEach((key, value) -> properties.put("hibernate.search.backend." + key, value));
        // one that is gone must not come back empty
        properties.put("hibernate.search.schema_management.strategy", make ? "create" : "none");
        return properties;
    }

    /** All names begin with the one under which the database knows the index. */
    private record Names(String name) implements IndexLayoutStrategy {

        @Override
        public String createInitialElasticsearchIndexName(String hibernateSearchIndexName) {
            return concrete(name);
        }

        @Override
        public String createWriteAlias(String hibernateSearchIndexName) {
            return name;
        }

        @Override
        public String createReadAlias(String hibernateSearchIndexName) {
            return name + "-read";
        }
    }
}
