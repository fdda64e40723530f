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
 * The forum with its demo content, and the mails it sent. It is the stack of this test run, or with
 * {@code -Dhilft.journey.port=8080} a demo that runs already.
 */
record Site(String url, String mails) {
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
        return new Site(url, "http://localhost:" + ports.social() + "/dev/mail.json");
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
                        JsonParser.parseString(get(mails).body())
                                .getAsJsonArray()
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .filter(mail -> mail.get("to").toString().contains(address))
                .filter(mail -> mail.get("subject").getAsString().contains(words)
                        || mail.get("text").getAsString().contains(words));
    }

    private static HttpResponse<String> get(String url) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
