package hilft.journey;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.stack.Ports;
import hilft.stack.TestStack;
import hilft.stack.demo.DemoContent;
import hilft.stack.demo.OutsideContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The forum with its demo content, the mails it sent, and the network beside it that plays X. It is the stack of this test run, or with
 * {@code -Dhilft.journey.port=8080} a demo that runs already.
 */
record Site(String url, String social) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Site open() {
        var port = Integer.getInteger("hilft.journey.port");
        if (port != null) {
            return of("http://localhost:" + port, Ports.fixed(port));
        }
        var stack = TestStack.get();
        DemoContent.load(stack);
        OutsideContent.load(stack);
        return of(stack.url(), stack.ports());
    }

    static boolean isOfThisRun() {
        return Integer.getInteger("hilft.journey.port") == null;
    }

    private static Site of(String url, Ports ports) {
        return new Site(url, "http://localhost:" + ports.social());
    }

    /** The status an anonymous program gets. */
    int status(String path) {
        return get(url + path).statusCode();
    }

    /** What an anonymous program reads. */
    String text(String path) {
        return get(url + path).body();
    }

    /** Whether a mail to the address says this, in its subject or its text. */
    boolean mailed(String address, String words) {
        return mails(address, words).findAny().isPresent();
    }

    /** The text of the first mail to the address that says this. */
    String mailText(String address, String words) {
        return mails(address, words).findFirst().orElseThrow().get("text").getAsString();
    }

    private Stream<JsonObject> mails(String address, String words) {
        return StreamSupport.stream(
                        JsonParser.parseString(get(social + "/dev/mail.json").body())
                                .getAsJsonArray()
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .filter(mail -> mail.get("to").toString().contains(address))
                .filter(mail -> mail.get("subject").getAsString().contains(words)
                        || mail.get("text").getAsString().contains(words));
    }

    /** Orders an accident for the next call that X gets, with the seconds it lasts. */
    void letX(String on, String answer, int seconds) {
        var fault =
                "{\"on\": \"%s\", \"answer\": \"%s\", \"times\": 1, \"seconds\": %d}".formatted(on, answer, seconds);
        var ordered = send(HttpRequest.newBuilder(URI.create(social + "/dev/x/faults"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(fault))
                .build());
        if (ordered.statusCode() != 201) {
            throw new IllegalStateException(ordered.body());
        }
    }

    /** How many posts on X say this, however they came there. */
    long postsOnX(String words) {
        return StreamSupport.stream(
                        JsonParser.parseString(get(social + "/dev/x/posts.json").body())
                                .getAsJsonArray()
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .filter(post -> post.get("text").getAsString().contains(words))
                .count();
    }

    private static HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
