package hilft.web.live;

import hilft.stack.BlindBrowser;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import hilft.web.api.Person;
import hilft.web.security.KeycloakConsole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A member hears what happens while they read, until they log out; nobody else hears anything. */
@Timeout(60)
class LiveIT {

    @Test
    void aMemberHearsOfAnswersAndNewsUntilTheyLogOut() throws Exception {
        Stack stack = TestStack.get();
        String name = "lauscher" + UUID.randomUUID().toString().substring(0, 8);
        new KeycloakConsole(stack).createAccount(name, "customer");
        BlindBrowser member = new BlindBrowser(stack.url());
        member.login(name + "@example.org", KeycloakConsole.PASSWORD, "/");
        long question = Person.ASKER.asks();
        member.post("/forms/questions/" + question + "/subscription", Map.of("on", "true"), "Origin", stack.url());

        try (BufferedReader stream = open(stack, "/live?threads=" + question + ".x.999999999", member)) {
            assertThat(next(stream, "unread")).isEqualTo("{\"count\":0}");
            long answer = Person.HELPER.answers(question);
            assertThat(next(stream, "answers"))
                    .startsWith("{\"question\":" + question + ",\"answers\":[{\"id\":" + answer + ",\"at\":");
            assertThat(next(stream, "unread")).isEqualTo("{\"count\":1}");

            member.post("/logout", Map.of(), "Origin", stack.url());
            while (stream.readLine() != null) {
                // until its end
            }
        }
    }

    @Test
    void aStreamThatBeginsLateTellsWhatThereIs() throws Exception {
        Stack stack = TestStack.get();
        BlindBrowser member = new BlindBrowser(stack.url());
        String name = "spaet" + UUID.randomUUID().toString().substring(0, 8);
        new KeycloakConsole(stack).createAccount(name, "customer");
        member.login(name + "@example.org", KeycloakConsole.PASSWORD, "/");
        long question = Person.ASKER.asks();
        long first = Person.HELPER.answers(question);
        long second = Person.EXPERT.answers(question);
        try (BufferedReader stream = open(stack, "/live?threads=" + question, member)) {
            assertThat(next(stream, "answers")).containsSubsequence("\"id\":" + second, "\"id\":" + first);
        }
    }

    @Test
    void whoeverIsNotSignedInHasNoStream() {
        BlindBrowser visitor = new BlindBrowser(TestStack.get().url());
        assertThat(visitor.get("/live?threads=1").status()).isEqualTo(204);
        assertThat(visitor.sessionCookie()).isNull();
    }

    private static BufferedReader open(Stack stack, String path, BlindBrowser member)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.url() + path))
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("Cookie", "JSESSIONID=" + member.sessionCookie())
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The data of the next event of this name; others before it are left out. */
    private static String next(BufferedReader stream, String event) throws IOException {
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.equals("event: " + event)) {
                return stream.readLine().substring("data: ".length());
            }
        }
        throw new AssertionError("the stream ended without " + event);
    }
}
