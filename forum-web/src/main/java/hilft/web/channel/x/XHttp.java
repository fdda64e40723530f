package hilft.web.channel.x;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** One request to X and its whole answer within ten seconds, or the certainty which of the two is missing. */
@ApplicationScoped
class XHttp {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final int LONGEST_BODY = 64 * 1024;

    Duration timeout = TIMEOUT;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("User-Agent", "Hilft")
                .header("Accept", "application/json");
    }

    XReply send(HttpRequest request) throws NotSent, NoReply {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, response -> new BoundedBody(LONGEST_BODY));
        try {
            // The request's own timeout ends with the headers; a body may trickle for ever.
            HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            long reset = response.headers()
                    .firstValue("x-rate-limit-reset")
                    .map(XHttp::number)
                    .orElse(0L);
            return new XReply(response.statusCode(), reset, response.body());
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new NoReply("no answer within " + timeout.toSeconds() + " seconds");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoReply("stopped while waiting for the answer");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            // Before the handshake is over nothing of the request has left.
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof SSLHandshakeException) {
                throw new NotSent("X cannot be reached");
            }
            throw new NoReply("the connection was lost before the answer");
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
