package hilft.bench;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Answers as a language model behind {@code /v1/embeddings} does, at nearly no cost: each word of a text adds a direction
 * of its own, so that texts with the same words are near each other.
 */
final class GeneratedVectors implements AutoCloseable {
    private static final int DIMENSION = 384;
    private static final int THREADS = 4;

    static {
        // head and body are two writes, and the second would wait 40 ms for the first one's receipt
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;

    GeneratedVectors() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/embeddings", GeneratedVectors::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** What makes the forum ask here. */
    Map<String, String> settings() {
        return Map.of(
                "HILFT_SIMILAR_EMBEDDER",
                "http",
                "HILFT_SIMILAR_EMBEDDER_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/embeddings",
                "HILFT_SIMILAR_EMBEDDER_MODEL",
                "generated",
                "HILFT_SIMILAR_EMBEDDER_DIMENSION",
                Integer.toString(DIMENSION));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var texts = JsonParser.parseString(
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                    .getAsJsonObject()
                    .getAsJsonArray("input");
            var json = new StringBuilder("{\"data\":[");
            for (int i = 0; i < texts.size(); i++) {
                json.append(i == 0 ? "" : ",").append("{\"index\":").append(i).append(",\"embedding\":[");
                var vector = vector(texts.get(i).getAsString());
                for (int at = 0; at < vector.length; at++) {
                    json.append(at == 0 ? "" : ",").append(vector[at]);
                }
                json.append("]}");
            }
            var bytes = json.append("]}").toString().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static int[] vector(String text) {
        var vector = new int[DIMENSION];
        vector[0] = 1;
        for (var word : text.split("[^\\p{L}\\p{N}]+")) {
            var state = word.hashCode() * 0x9E3779B97F4A7C15L;
            for (int at = 0; at < DIMENSION; at++) {
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
                vector[at] += (int) (state & 3) - 1;
            }
        }
        return vector;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
