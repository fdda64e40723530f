package hilft.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks a starting server again and again whether it really answers. */
final class Probe {
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Probe() {}

    static void await(Child server, Duration patience, BooleanSupplier ready) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            server.requireRunning();
            if (System.nanoTime() > deadline) {
                throw server.failure("did not answer within " + patience.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw server.failure("was interrupted while starting");
            }
        }
    }

    /** The status of a GET, or 0 when nobody answers. */
    static int status(String url) {
        return get(url, HttpResponse.BodyHandlers.discarding())
                .map(HttpResponse::statusCode)
                .orElse(0);
    }

    /** What a GET is answered, or nothing when nobody answers. */
    static String body(String url) {
        return get(url, HttpResponse.BodyHandlers.ofString())
                .map(HttpResponse::body)
                .orElse("");
    }

    private static <T> Optional<HttpResponse<T>> get(String url, HttpResponse.BodyHandler<T> body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return Optional.of(CLIENT.send(request, body));
        } catch (IOException nobody) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
