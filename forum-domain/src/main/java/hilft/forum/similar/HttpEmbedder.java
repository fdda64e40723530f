package hilft.forum.similar;

import hilft.forum.similar.EmbedderProblem.Reason;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A model that an operator runs elsewhere, spoken to as OpenAI's {@code POST /v1/embeddings} is, which TEI, Ollama and
 * vLLM serve too. After a failure it is left alone for some seconds, so that nobody waits for it in vain.
 */
final class HttpEmbedder implements Embedder {

    static final Duration REST = Duration.ofSeconds(5);

    /** So many requests wait at most; more would pile up threads behind a slow model. */
    private static final int AT_ONCE = 16;

    /** Longer texts are cut: many servers refuse what is longer than their model reads. */
    private static final int TEXT_MAX = 2_000;

    private final Settings settings;
    private final Clock clock;
    private final HttpClient client;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile Instant restsUntil = Instant.EPOCH;

    /**
     * @param url of the resource that takes {@code {"model", "input"}}, with {@code /v1/embeddings} at its end
     * @param dimension the length of the vectors that the model gives, 1 to 4,096
     * @param key sent as bearer token; null for none
     * @param askedPrefix put before a text that is asked, as some models want it; {@code storedPrefix} before others
     */
    record Settings(
            URI url,
            String model,
            int dimension,
            boolean knowsGerman,
            @Nullable String key,
            String askedPrefix,
            String storedPrefix) {

        @Override
        public String toString() {
            return "Settings[" + url + ", " + model + "]";
        }
    }

    HttpEmbedder(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String model() {
        String prefixes = settings.askedPrefix() + settings.storedPrefix();
        String name = settings.model() + "@" + settings.dimension() + (settings.knowsGerman() ? "" : "-en");
        String told = prefixes.isEmpty() ? name : name + "#" + Integer.toHexString(prefixes.hashCode());
        return told.substring(0, Math.min(told.length(), 100));
    }

    @Override
    public int dimension() {
        return settings.dimension();
    }

    @Override
    public boolean knowsGerman() {
        return settings.knowsGerman();
    }

    @Override
    public List<float[]> embed(List<String> texts, boolean asked, Duration patience) {
        if (texts.isEmpty()) {
            return List.of();
        }
        if (clock.instant().isBefore(restsUntil)) {
            throw new EmbedderProblem(Reason.RESTING, "The language model failed a moment ago");
        }
        if (!free.tryAcquire()) {
            throw new EmbedderProblem(Reason.BUSY, "The language model is busy");
        }
        try {
            return vectors(answer(request(texts, asked), patience), texts.size());
        } catch (EmbedderProblem e) {
            restsUntil = clock.instant().plus(REST);
            throw e;
        } finally {
            free.release();
        }
    }

    private HttpRequest request(List<String> texts, boolean asked) {
        String prefix = asked ? settings.askedPrefix() : settings.storedPrefix();
        JsonArrayBuilder input = Json.createArrayBuilder();
        texts.forEach(text -> input.add(prefix + text.substring(0, Math.min(text.length(), TEXT_MAX))));
        String body = Json.createObjectBuilder()
                .add("model", settings.model())
                .add("input", input)
                .add("encoding_format", "float")
                .build()
                .toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (settings.key() != null) {
            request.header("Authorization", "Bearer " + settings.key());
        }
        return request.build();
    }

    /** The patience covers the whole answer; a request's own time-out would end with its head. */
    private String answer(HttpRequest request, Duration patience) {
        CompletableFuture<HttpResponse<String>> sent = client.sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> response = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new EmbedderProblem(
                        Reason.UNREACHABLE, "The language model answers with status " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new EmbedderProblem(Reason.LATE, "The language model does not answer in " + patience, e);
        } catch (ExecutionException e) {
            throw new EmbedderProblem(Reason.UNREACHABLE, "The language model cannot be reached", e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new EmbedderProblem(Reason.LATE, "Interrupted while waiting for the language model", e);
        }
    }

    private List<float[]> vectors(String answer, int expected) {
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            JsonArray items = reader.readObject().getJsonArray("data");
            float @Nullable [][] vectors = new float[expected][];
            for (int i = 0; i < items.size(); i++) {
                JsonObject item = items.getJsonObject(i);
                vectors[item.getInt("index", i)] = vector(item.getJsonArray("embedding"));
            }
            if (Arrays.stream(vectors).anyMatch(vector -> vector == null)) {
                throw new EmbedderProblem(Reason.UNREADABLE, "The language model left out a text");
            }
            return new ArrayList<>(Arrays.asList(vectors));
        } catch (JsonException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException
                | IllegalStateException e) {
            throw new EmbedderProblem(Reason.UNREADABLE, "The answer of the language model cannot be read", e);
        }
    }

    private float[] vector(JsonArray numbers) {
        if (numbers.size() != settings.dimension()) {
            throw new EmbedderProblem(
                    Reason.UNREADABLE,
                    "The language model gives vectors of " + numbers.size() + " numbers, not " + settings.dimension());
        }
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) ((JsonNumber) numbers.get(i)).doubleValue();
        }
        return Vector.unit(vector);
    }

    /** Nothing to be given back: the client ends when nobody holds it any more. */
    @Override
    public void close() {}
}
