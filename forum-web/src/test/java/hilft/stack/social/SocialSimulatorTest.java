package hilft.stack.social;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The simulator refuses, delays and loses what X refuses, delays and loses, so that tests against it mean something. */
class SocialSimulatorTest {
    private static final String CALLBACK = "http://localhost:8080/admin/channels/x/callback";
    private static final String SCOPES = "tweet.read tweet.write users.read offline.access";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-rfc-7636-0123";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final MovedClock clock = new MovedClock();
    private @Nullable HttpServer server;
    private @Nullable SocialSimulator simulator;
    private String url = "";
    private String token = "";

    private static final class MovedClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

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
    }

    @BeforeEach
    void start() throws IOException {
        var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://localhost:" + opened.getAddress().getPort();
        var played = new SocialSimulator(new SocialSimulator.Setting(
                url,
                "app",
                "secret",
                CALLBACK,
                folder.resolve("social.json"),
                Path.of("src/main/webapp/resources/css"),
                clock));
        played.recall();
        opened.createContext("/", played::answer);
        simulator = played;
        opened.setExecutor(threads);
        opened.start();
        server = opened;
        token = connect(SCOPES).get("access_token").getAsString();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private void restart() throws IOException {
        stopServer();
        var kept = token;
        start();
        token = kept;
    }

    private void stopServer() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void aPostIsAcceptedAndReadBackWithItsLinkShortened() {
        var accepted = json(post("Neustart hilft & mehr: http://localhost:8080/answers/7"), 201)
                .getAsJsonObject("data");
        var read = json(get("/2/tweets/" + id(accepted) + "?tweet.fields=entities,created_at,author_id"), 200)
                .getAsJsonObject("data");
        assertThat(text(read)).isEqualTo(text(accepted)).matches("Neustart hilft &amp; mehr: https://t\\.co/\\w{10}");
        var link =
                read.getAsJsonObject("entities").getAsJsonArray("urls").get(0).getAsJsonObject();
        assertThat(link.get("expanded_url").getAsString()).isEqualTo("http://localhost:8080/answers/7");
        assertThat(text(read)
                        .substring(link.get("start").getAsInt(), link.get("end").getAsInt()))
                .isEqualTo(link.get("url").getAsString());
        assertThat(read.get("created_at").getAsString()).isEqualTo("2026-11-22T10:00:00.000Z");
    }

    @Test
    void anUnknownFieldIsRefused() {
        var answer = json(create("{\"text\": \"Hallo\", \"idempotency_key\": \"1\"}"), 400);
        assertThat(answer.get("title").getAsString()).isEqualTo("Invalid Request");
        assertThat(answer.toString()).contains("$.idempotency_key");
        assertThat(posts()).isEmpty();
    }

    @Test
    void theLengthIsWeighted() {
        assertThat(post("ä".repeat(280)).statusCode()).isEqualTo(201);
        assertThat(post("ö".repeat(281)).statusCode()).isEqualTo(400);
        assertThat(post("漢".repeat(140)).statusCode()).isEqualTo(201);
        assertThat(post("字".repeat(141)).statusCode()).isEqualTo(400);
        assertThat(post("x".repeat(256) + " https://example.org/" + "y".repeat(200))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void theSameTextTwiceIsADuplicateForADay() {
        assertThat(post("Schon gelöst").statusCode()).isEqualTo(201);
        var refused = json(post("Schon gelöst"), 403);
        assertThat(refused.get("detail").getAsString())
                .isEqualTo("You are not allowed to create a Tweet with duplicate content.");
        assertThat(posts()).singleElement().satisfies(post -> {
            assertThat(post.get("accepted").getAsInt()).isEqualTo(1);
            assertThat(post.get("attempts").getAsInt()).isEqualTo(2);
        });
        clock.pass(Duration.ofHours(25));
        token = connect(SCOPES).get("access_token").getAsString();
        assertThat(post("Schon gelöst").statusCode()).isEqualTo(201);
    }

    @Test
    void duplicatesCanBeLetThroughToCatchWhoeverReliesOnTheRefusal() {
        send("PUT", "/dev/x/settings", "{\"refuseDuplicates\": false}");
        post("Zweimal");
        post("Zweimal");
        assertThat(posts())
                .hasSize(2)
                .allSatisfy(post -> assertThat(post.get("accepted").getAsInt()).isEqualTo(2));
    }

    @Test
    void onlyWhoMentionedTheAccountIsAnswered() {
        var mention = outsider("Erika Muster", "@hilft_demo mein WLAN ist weg");
        var other = outsider("Max Muster", "Mein WLAN ist weg");
        assertThat(reply("Bitte neu starten", mention).statusCode()).isEqualTo(201);
        var refused = json(reply("Bitte neu starten!", other), 403);
        assertThat(refused.get("detail").getAsString()).startsWith("Reply to this conversation is not allowed");
        assertThat(json(reply("Hallo?", "1234"), 403).get("detail").getAsString())
                .contains("deleted or not visible");
    }

    @Test
    void aListIsPagedNewestFirst() {
        var ids = IntStream.range(0, 12)
                .mapToObj(i -> id(json(post("Nummer " + i), 201).getAsJsonObject("data")))
                .toList();
        var me = me();
        var first = json(get("/2/users/" + me + "/tweets?max_results=5"), 200);
        assertThat(ids(first)).containsExactly(ids.get(11), ids.get(10), ids.get(9), ids.get(8), ids.get(7));
        var meta = first.getAsJsonObject("meta");
        assertThat(meta.get("newest_id").getAsString()).isEqualTo(ids.get(11));
        assertThat(meta.get("oldest_id").getAsString()).isEqualTo(ids.get(7));
        assertThat(meta.get("result_count").getAsInt()).isEqualTo(5);
        var next = meta.get("next_token").getAsString();
        var last = json(get("/2/users/" + me + "/tweets?max_results=100&pagination_token=" + next), 200);
        assertThat(ids(last)).hasSize(7).endsWith(ids.get(0));
        assertThat(last.getAsJsonObject("meta").has("next_token")).isFalse();
        assertThat(ids(json(get("/2/users/" + me + "/tweets?since_id=" + ids.get(10)), 200)))
                .containsExactly(ids.get(11));
    }

    @Test
    void anEmptyListHasNoData() {
        var answer = json(get("/2/users/" + me() + "/tweets"), 200);
        assertThat(answer.has("data")).isFalse();
        assertThat(answer.getAsJsonObject("meta").get("result_count").getAsInt())
                .isZero();
    }

    @Test
    void mentionsComeWithTheirAuthorsInBothVocabularies() {
        var question = outsider("Jürgen Groß", "@hilft_demo wann kommt die Faser?");
        var answer = id(json(reply("Im Mai", question), 201).getAsJsonObject("data"));
        outsider("Jürgen Groß", "Danke", answer);
        var old = json(
                get("/2/users/" + me() + "/mentions?expansions=author_id,referenced_tweets.id&user.fields=username"),
                200);
        assertThat(ids(old)).hasSize(2).endsWith(question);
        assertThat(old.getAsJsonObject("includes")
                        .getAsJsonArray("users")
                        .get(0)
                        .getAsJsonObject()
                        .get("username")
                        .getAsString())
                .isEqualTo("juergen_gross");
        assertThat(old.getAsJsonObject("includes").has("tweets")).isTrue();
        var young =
                json(get("/2/users/" + me() + "/mentions?post.fields=created_at&expansions=referenced_posts.id"), 200);
        assertThat(young.getAsJsonObject("includes").has("posts")).isTrue();
    }

    @Test
    void whatIsOutOfBoundsIsRefused() {
        var me = me();
        for (var query : List.of(
                "max_results=4",
                "max_results=101",
                "max_results=x",
                "since_id=x",
                "pagination_token=%25",
                "start_time=gestern",
                "limit=5")) {
            assertThat(json(get("/2/users/" + me + "/tweets?" + query), 400)
                            .get("title")
                            .getAsString())
                    .as(query)
                    .isEqualTo("Invalid Request");
        }
        assertThat(get("/2/users/me/tweets").statusCode()).isEqualTo(400);
        assertThat(json(get("/2/users/99/tweets"), 200).has("errors")).isTrue();
        assertThat(json(get("/2/tweets/99"), 200).has("errors")).isTrue();
        assertThat(get("/2/nothing").statusCode()).isEqualTo(404);
        assertThat(create("[]").statusCode()).isEqualTo(400);
        assertThat(create("{\"text\": 7}").statusCode()).isEqualTo(400);
        assertThat(create("{\"text\": \"" + "x".repeat(100_000) + "\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCodeIsGoodForOneExchange() {
        var code = code(SCOPES);
        var tokens = json(exchange(code, VERIFIER, CALLBACK), 200);
        assertThat(json(exchange(code, VERIFIER, CALLBACK), 400).get("error").getAsString())
                .isEqualTo("invalid_request");
        token = tokens.get("access_token").getAsString();
        assertThat(get("/2/users/me").statusCode())
                .as("a code used twice ends its tokens")
                .isEqualTo(401);
    }

    @Test
    void aCodeNeedsItsVerifierItsAddressAndHaste() {
        assertThat(exchange(code(SCOPES), VERIFIER + "x", CALLBACK).statusCode())
                .isEqualTo(400);
        assertThat(exchange(code(SCOPES), VERIFIER, CALLBACK + "/").statusCode())
                .isEqualTo(400);
        var slow = code(SCOPES);
        clock.pass(Duration.ofSeconds(31));
        assertThat(exchange(slow, VERIFIER, CALLBACK).statusCode()).isEqualTo(400);
    }

    @Test
    void theAppMustSayItsSecret() {
        var form = Map.of("grant_type", "refresh_token", "refresh_token", "x", "client_id", "app");
        var answer = send(form("/2/oauth2/token", form));
        assertThat(json(answer, 401).get("error").getAsString()).isEqualTo("unauthorized_client");
    }

    @Test
    void aRefreshTokenWorksOnceAndUsedAgainEndsAll() {
        var first = connect(SCOPES).get("refresh_token").getAsString();
        var second = json(refresh(first), 200);
        token = second.get("access_token").getAsString();
        assertThat(get("/2/users/me").statusCode()).isEqualTo(200);
        assertThat(json(refresh(first), 400).get("error_description").getAsString())
                .isEqualTo("Value passed for the token was invalid.");
        assertThat(get("/2/users/me").statusCode()).isEqualTo(401);
        assertThat(refresh(second.get("refresh_token").getAsString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAccessTokenLivesAsLongAsItWasSaid() {
        send("PUT", "/dev/x/settings", "{\"expiresIn\": 60}");
        var tokens = connect(SCOPES);
        assertThat(tokens.get("expires_in").getAsInt()).isEqualTo(60);
        token = tokens.get("access_token").getAsString();
        clock.pass(Duration.ofSeconds(59));
        assertThat(get("/2/users/me").statusCode()).isEqualTo(200);
        clock.pass(Duration.ofSeconds(1));
        assertThat(get("/2/users/me").statusCode()).isEqualTo(401);
        assertThat(send("PUT", "/dev/x/settings", "{\"expiresIn\": 0}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatWasNotAllowedIsForbidden() {
        var tokens = connect("tweet.read users.read");
        assertThat(tokens.has("refresh_token")).isFalse();
        token = tokens.get("access_token").getAsString();
        assertThat(get("/2/users/me").statusCode()).isEqualTo(200);
        assertThat(post("Ohne Recht").statusCode()).isEqualTo(403);
    }

    @Test
    void permissionsEndTogetherOrTheAccessAlone() {
        var tokens = connect(SCOPES);
        token = tokens.get("access_token").getAsString();
        send("POST", "/dev/x/expire", "");
        assertThat(get("/2/users/me").statusCode()).isEqualTo(401);
        var next = json(refresh(tokens.get("refresh_token").getAsString()), 200);
        send("POST", "/dev/x/revoke", "");
        assertThat(refresh(next.get("refresh_token").getAsString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theAppGivesAPermissionBack() {
        var tokens = connect(SCOPES);
        var refresh = tokens.get("refresh_token").getAsString();
        assertThat(send(asApp("/2/oauth2/revoke", Map.of("token", refresh))).statusCode())
                .isEqualTo(200);
        token = tokens.get("access_token").getAsString();
        assertThat(get("/2/users/me").statusCode()).isEqualTo(401);
    }

    @Test
    void theAccountHolderMayDeny() {
        var form = authorization(SCOPES);
        form.put("decision", "deny");
        assertThat(location(send(form("/i/oauth2/authorize", form))))
                .isEqualTo(CALLBACK + "?state=st%26te&error=access_denied");
    }

    @Test
    void anUnknownAddressIsNeverLedTo() {
        var form = authorization(SCOPES);
        form.put("redirect_uri", "https://boese.example/");
        form.put("decision", "allow");
        var answer = send(form("/i/oauth2/authorize", form));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void aTimeoutAfterAcceptanceLeavesThePostThere() {
        fault("POST /2/tweets", "timeout-after-accept", 0);
        assertThatThrownBy(() -> client.send(createRequest("{\"text\": \"Da\"}"), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(ids(json(get("/2/users/" + me() + "/tweets"), 200))).hasSize(1);
    }

    @Test
    void aDroppedCallLeavesNothing() {
        for (var answer : List.of("drop", "timeout-before-accept")) {
            fault("POST /2/tweets", answer, 0);
            assertThatThrownBy(() ->
                            client.send(createRequest("{\"text\": \"Da\"}"), HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(posts()).isEmpty();
    }

    @Test
    void aLatePostAppearsAfterItsTime() {
        fault("POST /2/tweets", "late", 20);
        assertThatThrownBy(() -> client.send(createRequest("{\"text\": \"Da\"}"), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        var list = "/2/users/" + me() + "/tweets";
        clock.pass(Duration.ofSeconds(19));
        assertThat(json(get(list), 200).has("data")).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(ids(json(get(list), 200))).hasSize(1);
    }

    @Test
    void refusalsComeAsOftenAsOrderedAndNothingIsPosted() {
        for (var status : List.of(500, 503, 401, 403, 429)) {
            fault("POST /2/tweets", status.toString(), 90);
            var refused = post("Versuch " + status);
            assertThat(json(refused, status).get("status").getAsInt()).isEqualTo(status);
            assertThat(post("Versuch " + status).statusCode()).isEqualTo(201);
            if (status == 429) {
                assertThat(header(refused, "x-rate-limit-remaining")).isEqualTo("0");
                assertThat(header(refused, "x-rate-limit-reset"))
                        .isEqualTo(Long.toString(clock.instant().plusSeconds(90).getEpochSecond()));
            }
        }
        fault("POST /2/tweets", "accept-then-503", 0);
        assertThat(post("Doch da").statusCode()).isEqualTo(503);
        assertThat(posts()).hasSize(6);
    }

    @Test
    void faultsCanBeTakenBackAndNonsenseIsRefused() {
        fault("POST /2/tweets", "500", 0);
        assertThat(get("/").body()).contains("the next 1 × POST /2/tweets: 500");
        assertThat(send("DELETE", "/dev/x/faults", "").statusCode()).isEqualTo(204);
        assertThat(post("Geht").statusCode()).isEqualTo(201);
        for (var nonsense : List.of(
                "{}",
                "{\"on\": \"POST /2/tweets\", \"answer\": \"418\"}",
                "{\"on\": \"POST /2/tweets\", \"answer\": \"500\", \"times\": 0}",
                "{\"on\": \"POST /2/tweets\", \"answer\": \"500\", \"seconds\": \"bald\"}",
                "nonsense")) {
            assertThat(send("POST", "/dev/x/faults", nonsense).statusCode())
                    .as(nonsense)
                    .isEqualTo(400);
        }
    }

    @Test
    void theLimitOfFifteenMinutesIsCountedAndReset() {
        var answers = IntStream.range(0, 76).mapToObj(i -> get("/2/users/me")).toList();
        assertThat(header(answers.get(0), "x-rate-limit-limit")).isEqualTo("75");
        assertThat(header(answers.get(0), "x-rate-limit-remaining")).isEqualTo("74");
        assertThat(answers.get(74).statusCode()).isEqualTo(200);
        assertThat(answers.get(75).statusCode()).isEqualTo(429);
        assertThat(header(answers.get(75), "x-rate-limit-reset"))
                .isEqualTo(Long.toString(clock.instant().plusSeconds(900).getEpochSecond()));
        clock.pass(Duration.ofMinutes(15));
        assertThat(get("/2/users/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whatPeopleTypeStaysText() {
        outsider("<b>Ute</b> \"&\"", "<script>alert(1)</script> \"' onclick=x https://example.org/?a=1&b=<i>");
        var page = get("/").body();
        assertThat(page)
                .contains("&lt;b&gt;Ute&lt;/b&gt;", "&lt;script&gt;", "href=\"https://example.org/?a=1&amp;b=")
                .doesNotContain("<script", "<b>Ute", "<i>");
        assertThat(header(get("/"), "Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void aWrongPostIsToldAtItsFieldAndKept() {
        var answer = send(form("/dev/x/posts", Map.of("name", "Hilft Demo", "text", "z".repeat(300))));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("This is the company’s own name.", "Too long: 300 of 280 characters.", "z".repeat(300));
        assertThat(posts()).isEmpty();
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        var foreign =
                form("/dev/x/posts", Map.of("name", "Ute", "text", "Hallo")).header("Origin", "https://boese.example");
        assertThat(send(foreign).statusCode()).isEqualTo(403);
        var fault = request("POST", "/dev/x/revoke", "").header("Origin", "null");
        assertThat(send(fault).statusCode()).isEqualTo(403);
        assertThat(posts()).isEmpty();
    }

    @Test
    void aReplyStandsBelowWhatItAnswersOnItsOwnPageToo() {
        var question = outsider("Ute", "@hilft_demo Hilfe");
        reply("Gern: http://localhost:8080/answers/1", question);
        var page = get("/i/status/" + question).body();
        assertThat(page.indexOf("Gern: ")).isGreaterThan(page.indexOf("@hilft_demo Hilfe"));
        assertThat(page).contains("href=\"http://localhost:8080/answers/1\"", "Company");
        assertThat(get("/i/status/99").statusCode()).isEqualTo(404);
        assertThat(get("/ute/status/" + question).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasWrittenEarlierStandsWithItsTime() {
        var yesterday = clock.instant().minus(Duration.ofDays(1));
        assertThat(simulator().isEmpty()).isTrue();
        simulator().remember("Ute", "@hilft_demo Gestern", yesterday);
        outsider("Ute", "@hilft_demo Heute");
        var mentions = json(get("/2/users/" + me() + "/mentions?tweet.fields=created_at"), 200);
        assertThat(list(mentions.getAsJsonArray("data")))
                .extracting(post -> post.get("created_at").getAsString())
                .containsExactly("2026-11-22T10:00:00.000Z", "2026-11-21T10:00:00.000Z");
    }

    @Test
    void itKnowsWhetherAnybodyMayActForTheAccount() {
        assertThat(simulator().isConnected()).isTrue();
        send("POST", "/dev/x/expire", "");
        assertThat(simulator().isConnected()).as("it can be renewed").isTrue();
        send("POST", "/dev/x/revoke", "");
        assertThat(simulator().isConnected()).isFalse();
    }

    @Test
    void theNextStartKnowsPostsAndPermissions() throws IOException {
        var id = id(json(post("Bleibt"), 201).getAsJsonObject("data"));
        restart();
        assertThat(get("/2/tweets/" + id).statusCode()).isEqualTo(200);
        assertThat(post("Bleibt").statusCode()).isEqualTo(403);
        assertThat(Files.getPosixFilePermissions(folder.resolve("social.json")))
                .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }

    private HttpResponse<String> post(String text) {
        var body = new JsonObject();
        body.addProperty("text", text);
        return create(body.toString());
    }

    private HttpResponse<String> reply(String text, String to) {
        var reply = new JsonObject();
        reply.addProperty("in_reply_to_tweet_id", to);
        var body = new JsonObject();
        body.addProperty("text", text);
        body.add("reply", reply);
        return create(body.toString());
    }

    private HttpResponse<String> create(String body) {
        return send("POST", "/2/tweets", body);
    }

    private HttpRequest createRequest(String body) {
        return request("POST", "/2/tweets", body).build();
    }

    private HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return send(request(method, path, body));
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var pairs = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .toList();
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
    }

    private HttpRequest.Builder asApp(String path, Map<String, String> fields) {
        var basic = Base64.getEncoder().encodeToString("app:secret".getBytes(StandardCharsets.UTF_8));
        return form(path, fields).header("Authorization", "Basic " + basic);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String outsider(String name, String text) {
        return outsider(name, text, "");
    }

    private String outsider(String name, String text, String replyTo) {
        var answer = send(form("/dev/x/posts", Map.of("name", name, "text", text, "replyTo", replyTo)));
        return location(answer).replaceFirst(".*/", "");
    }

    private void fault(String on, String answer, int seconds) {
        var fault = new JsonObject();
        fault.addProperty("on", on);
        fault.addProperty("answer", answer);
        fault.addProperty("seconds", seconds);
        assertThat(send("POST", "/dev/x/faults", fault.toString()).statusCode()).isEqualTo(201);
    }

    private Map<String, String> authorization(String scopes) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("response_type", "code");
        fields.put("client_id", "app");
        fields.put("redirect_uri", CALLBACK);
        fields.put("scope", scopes);
        fields.put("state", "st&te");
        fields.put("code_challenge", Grants.challenge(VERIFIER));
        fields.put("code_challenge_method", "S256");
        return fields;
    }

    private String code(String scopes) {
        var form = authorization(scopes);
        form.put("decision", "allow");
        return location(send(form("/i/oauth2/authorize", form))).replaceFirst(".*[?&]code=", "");
    }

    private HttpResponse<String> exchange(String code, String verifier, String redirectUri) {
        return send(asApp(
                "/2/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", redirectUri,
                        "code_verifier", verifier)));
    }

    private HttpResponse<String> refresh(String token) {
        return send(asApp("/2/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", token)));
    }

    private JsonObject connect(String scopes) {
        return json(exchange(code(scopes), VERIFIER, CALLBACK), 200);
    }

    private SocialSimulator simulator() {
        return Objects.requireNonNull(simulator);
    }

    private String me() {
        return id(json(get("/2/users/me"), 200).getAsJsonObject("data"));
    }

    private List<JsonObject> posts() {
        return list(JsonParser.parseString(get("/dev/x/posts.json").body()).getAsJsonArray());
    }

    private static List<JsonObject> list(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.getAsJsonObject())
                .toList();
    }

    private static List<String> ids(JsonObject answer) {
        return list(answer.getAsJsonArray("data")).stream()
                .map(SocialSimulatorTest::id)
                .toList();
    }

    private static String id(JsonObject data) {
        return data.get("id").getAsString();
    }

    private static String text(JsonObject data) {
        return data.get("text").getAsString();
    }

    private static JsonObject json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return header(answer, "Location");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
