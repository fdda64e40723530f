package hilft.forum.similar;

import com.sun.net.httpserver.HttpServer;
import hilft.forum.similar.EmbedderProblem.Reason;
import hilft.forum.similar.HttpEmbedder.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A model that an operator runs, in good and bad days. */
class AskingAModelElsewhereTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private volatile Instant now = Instant.EPOCH.plusSeconds(1_000_000);
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile String answer = "";
    private volatile int status = 200;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean slow;
    private HttpServer server;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/embeddings", exchange -> {
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(key + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (slow) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    private HttpEmbedder embedder() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/embeddings");
        return new HttpEmbedder(new Settings(url, "e5", 2, true, "open-sesame", "query: ", "passage: "), clock);
    }

    @Test
    void givesVectorsInTheOrderOfTheTexts() {
        answer = "{\"data\": [{\"index\": 1, \"embedding\": [0, 2]}, {\"index\": 0, \"embedding\": [3, 4]}]}";
        List<float[]> vectors = embedder().embed(List.of("eins", "zwei"), true, LONG);
        assertThat(vectors.get(0)).containsExactly(0.6f, 0.8f);
        assertThat(vectors.get(1)).containsExactly(0f, 1f);
        assertThat(asked.peek())
                .startsWith("Bearer open-sesame ")
                .contains("query: eins")
                .contains("\"model\":\"e5\"");
    }

    @Test
    void textsThatAreStoredAreMarkedAsSuch() {
        answer = "{\"data\": [{\"index\": 0, \"embedding\": [1, 0]}]}";
        embedder().embed(List.of("eins"), false, LONG);
        assertThat(asked.peek()).contains("passage: eins");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"data\": 1}",
                "{\"data\": []}",
                "{\"data\": [{\"index\": 7, \"embedding\": [1, 0]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, 0, 0]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [\"1\", 0]}]}"
            })
    void whatIsNoAnswerIsNoVector(String nonsense) {
        answer = nonsense;
        assertThat(problem(embedder(), LONG)).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void aSlowModelIsNotWaitedForAndThenLeftAlone() {
        slow = true;
        HttpEmbedder embedder = embedder();
        assertThat(problem(embedder, Duration.ofMillis(50))).isEqualTo(Reason.LATE);
        assertThat(problem(embedder, LONG)).isEqualTo(Reason.RESTING);
        // none where the machine is too busy to deliver the first in its time
        assertThat(asked).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void afterItsRestItIsAskedAgain() {
        status = 503;
        HttpEmbedder embedder = embedder();
        assertThat(problem(embedder, LONG)).isEqualTo(Reason.UNREACHABLE);
        status = 200;
        answer = "{\"data\": [{\"index\": 0, \"embedding\": [1, 0]}]}";
        now = now.plus(HttpEmbedder.REST);
        assertThat(embedder.embed(List.of("eins"), true, LONG)).hasSize(1);
    }

    @Test
    void aModelThatIsDownIsNoModel() {
        HttpEmbedder embedder = embedder();
        server.stop(0);
        assertThat(problem(embedder, LONG)).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void theKeyStaysOutOfLogs() {
        assertThat(new Settings(URI.create("http://localhost"), "m", 2, true, "open-sesame", "", "").toString())
                .doesNotContain("open-sesame");
    }

    private static Reason problem(HttpEmbedder embedder, Duration patience) {
        EmbedderProblem problem =
                catchThrowableOfType(EmbedderProblem.class, () -> embedder.embed(List.of("eins"), true, patience));
        return problem.reason();
    }
}
