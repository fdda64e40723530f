package hilft.forum.search.upkeep;

import hilft.forum.search.Search;
import hilft.forum.search.SearchFilter;
import hilft.forum.search.SearchRequest;
import hilft.forum.search.SearchResult.Outcome;
import hilft.forum.search.upkeep.UpkeepState.Status;
import hilft.forum.similar.SimilarQuestions;
import hilft.shared.Deployments;
import hilft.stack.OpenSearchServer;
import hilft.stack.TestStack;
import hilft.web.health.SearchReadiness;
import hilft.web.security.Patience;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;

/** The index in a real OpenSearch, which other nodes share and which may be away. */
@ArquillianTest
@EnabledIf("canRun")
class KeepingTheIndexInOpenSearchIT extends KeepingTheIndexCases {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    @ConfigProperty(name = "hilft.search.opensearch.url")
    String url;

    @Inject
    @ConfigProperty(name = "test.opensearch.control")
    String control;

    @Inject
    Search search;

    @Inject
    SimilarQuestions similar;

    @Inject
    @Readiness
    SearchReadiness health;

    static boolean canRun() {
        boolean insideContainer = System.getProperty("hilft.database.url") != null;
        return insideContainer || OpenSearchServer.canRun();
    }

    @Deployment
    static WebArchive deployment() {
        OpenSearchServer server = TestStack.openSearch();
        return Deployments.domain()
                .addClasses(Patience.class, KeepingTheIndexCases.class, SearchReadiness.class)
                .addAsResource(
                        new StringAsset("""
                                hilft.search.backend=opensearch
                                hilft.search.opensearch.url=%s
                                hilft.search.opensearch.prefix=kept
                                test.opensearch.control=%s
                                """.formatted(server.url(), server.control())),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    void anIndexThatSomebodyDeletesIsMadeAgain() {
        long question = ask("Verschwundener Handschuh");
        awaitFound("Handschuh", question);
        Set<String> before = indexNames();
        before.forEach(name -> send("DELETE", url + "/kept-" + name + "-000001"));
        // perhaps written before it is missed: what comes into being then is no index of ours
        long later = ask("Handschuh taucht auf");

        Patience.awaitThat(
                () -> indexNames().stream().noneMatch(before::contains)
                        && !indexNames().isEmpty(),
                true);
        awaitReady();
        awaitFound("Handschuh", question, later);
        assertThat(allIndexes()).noneMatch(index -> before.stream().anyMatch(index::contains));
    }

    @Test
    void whileOpenSearchIsDownTheForumGoesOnAndAfterwardsTheIndexCatchesUp() {
        long before = ask("Vorher gefragt: Nordlicht flackert");
        awaitFound("Nordlicht", before);
        Set<String> kept = indexNames();
        assertThat(similar.find("Nordlicht flackert", 5)).isNotEmpty();

        send("POST", control + "/stop");
        Patience.awaitThat(() -> upkeep.state().status(), Status.UNAVAILABLE);
        long start = System.nanoTime();
        long meanwhile = ask("Inzwischen gefragt: Nordlicht leuchtet");
        assertThat(search.find(new SearchRequest("Nordlicht", SearchFilter.NONE, false, null, 20, true))
                        .outcome())
                .isEqualTo(Outcome.UNAVAILABLE);
        assertThat(similar.find("Nordlicht flackert", 5)).isEmpty();
        assertThat(System.nanoTime() - start).isLessThan(5 * SECOND_NANOS);
        HealthCheckResponse told = health.call();
        assertThat(told.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(told.getData().orElseThrow())
                .containsEntry("state", "unavailable")
                .containsEntry("place", "opensearch")
                .hasEntrySatisfying(
                        "problem",
                        problem ->
                                assertThat((String) problem).startsWith("OpenSearch at " + url + " does not answer"));

        send("POST", control + "/start");
        awaitReady();
        awaitFound("Nordlicht", before, meanwhile);
        assertThat(indexNames()).isEqualTo(kept);
        assertThat(upkeep.state().problem()).isNull();
    }

    @Test
    void anotherNodeFillsTheIndexWhileThisOneAsksItAndThisOneTakesOverWhenTheOtherIsGone() throws SQLException {
        long before = ask("Staffelstab gereicht");
        awaitFound("Staffelstab", before);
        Set<String> kept = indexNames();
        run("update search_keeper set node = 'another', until = utc_timestamp(6) + interval 1 day");
        // it learns of it when it asks the next time, and writes no more from then on
        Patience.awaitThat(this::isNotFollowed, true);
        assertThat(find("Staffelstab")).containsExactly(before);
        assertThat(upkeep.state().status()).isEqualTo(Status.READY);

        run("update search_keeper set until = utc_timestamp(6) - interval 1 second");
        Patience.awaitThat(() -> upkeep.state().behind(), 0L);
        assertThat(indexNames()).isEqualTo(kept);
        assertThat(find("Staffelstab")).containsExactly(before);
    }

    /** Whether a thread that is asked now is not in the index two seconds later. */
    private boolean isNotFollowed() {
        String word = "wort" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        ask("Wer trägt es fort: " + word);
        long end = System.nanoTime() + 3 * SECOND_NANOS;
        while (System.nanoTime() < end) {
            if (!find(word).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            run(connection, sql);
        }
    }

    @Override
    String place() {
        return "opensearch";
    }

    @Override
    Set<String> indexNames() {
        return allIndexes().stream()
                .filter(index -> index.matches("kept-.{36}-000001"))
                .map(index -> index.substring("kept-".length(), index.length() - "-000001".length()))
                .collect(Collectors.toSet());
    }

    private Set<String> allIndexes() {
        return send("GET", url + "/_cat/indices/kept-*?h=index")
                .lines()
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static String send(String method, String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .method(method, BodyPublishers.noBody())
                    .build();
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
