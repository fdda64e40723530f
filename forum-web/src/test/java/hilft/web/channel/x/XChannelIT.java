package hilft.web.channel.x;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever X, the network and the power do, what staff compose is out once or said to have failed. The simulated X lets
 * repeated texts through, except where a test is about their refusal: it alone must not be what prevents a second post.
 */
class XChannelIT {
    private static final String CATEGORY = "x-channel";
    private static final Set<String> ENDS = Set.of("sent", "failed", "given_up");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Stack stack;
    private static long question;
    private static final Map<String, String> tokens = new ConcurrentHashMap<>();

    @BeforeAll
    static void connect() {
        stack = TestStack.get();
        var category = new JsonObject();
        category.addProperty("slug", CATEGORY);
        category.addProperty("icon", "wifi");
        category.addProperty("nameDe", "Kanäle");
        category.addProperty("nameEn", "Channels");
        category.addProperty("descriptionDe", "Was nach draußen geht");
        category.addProperty("descriptionEn", "What goes outside");
        stack.call("POST", "/api/v1/categories", stack.token("admin"), category.toString());
        var asked = new JsonObject();
        asked.addProperty("title", "Wie kommt eine Antwort nach draußen?");
        asked.addProperty("body", "Auf X fragen Leute dasselbe, und niemand sieht, dass es hier längst gelöst ist.");
        asked.addProperty("category", CATEGORY);
        question = json(stack.call("POST", "/api/v1/questions", stack.token("asker"), asked.toString()), 201)
                .get("id")
                .getAsLong();
        if (!stack.x().isConnected()) {
            stack.connectX();
        }
    }

    @BeforeEach
    void letRepetitionsThrough() {
        tokens.clear();
        refuseDuplicates(false);
    }

    @AfterEach
    void noAccidentIsLeft() {
        x("DELETE", "/dev/x/faults", "");
    }

    @AfterAll
    static void asItWas() {
        refuseDuplicates(true);
    }

    @Test
    void aLinkOutIsSentOnceAndLeadsToItsPost() {
        var linkOut = compose("Ganz einfach & schnell <gelöst>");
        var sent = end(linkOut);
        assertThat(state(sent)).as(sent.toString()).isEqualTo("sent");
        var post = onlyPost(linkOut);
        assertThat(sent.get("postUrl").getAsString()).isEqualTo(post.get("url").getAsString());
        assertThat(attempts(sent)).isEqualTo(1);
    }

    @Test
    void aTimeoutAfterAcceptanceIsLookedUpAndNotSentAgain() {
        fault("POST /2/tweets", "timeout-after-accept", 0);
        var linkOut = compose("Die Leitung riss, als es schon draußen war & mehr");
        assertSentOnce(linkOut);
        assertThat(onlyPost(linkOut).get("attempts").getAsInt()).isEqualTo(1);
    }

    /** All at the same time, because between two looks each waits for 13 seconds. */
    @Test
    void whatMayBeOutIsLookedForTwiceBeforeItIsSentAgain() {
        var dropped = composeInto("drop", 0, "Beim ersten Mal kam nichts an");
        var late = composeInto("late", 8, "Erst nach acht Sekunden zu sehen");
        var troubled = composeInto("503", 0, "Beim zweiten Mal");
        assertSentOnce(dropped);
        assertSentOnce(late);
        assertThat(onlyPost(late).get("attempts").getAsInt()).isEqualTo(1);
        assertThat(attempts(assertSentOnce(troubled))).isEqualTo(2);
    }

    private static long composeInto(String fault, int seconds, String words) {
        fault("POST /2/tweets", fault, seconds);
        var linkOut = compose(words);
        await(XChannelIT::noFaultIsLeft);
        return linkOut;
    }

    private static boolean noFaultIsLeft() {
        return JsonParser.parseString(x("GET", "/dev/x/faults", "").body())
                .getAsJsonArray()
                .isEmpty();
    }

    @Test
    void aPostThatWasAcceptedAndAnsweredByAnErrorIsRecognised() {
        refuseDuplicates(true);
        fault("POST /2/tweets", "accept-then-503", 0);
        assertSentOnce(compose("Angenommen, aber als Fehler beantwortet"));
    }

    @Test
    void tooManyRequestsAreWaitedOutUntilTheReset() {
        fault("POST /2/tweets", "429", 3);
        var refusedUntil = Instant.now().plusSeconds(2);
        var linkOut = compose("Nach der Pause");
        assertSentOnce(linkOut);
        assertThat(Instant.now()).isAfterOrEqualTo(refusedUntil);
        assertThat(onlyPost(linkOut).get("attempts").getAsInt()).isEqualTo(1);
    }

    @Test
    void whileNobodyAnswersItWaitsAndGoesOutAfterwards() {
        stack.closeX();
        long linkOut;
        try {
            linkOut = compose("Als X wieder da war");
            await(() -> "unreachable".equals(text(get(linkOut), "failure")));
            assertThat(state(get(linkOut))).isNotIn(ENDS);
        } finally {
            stack.reopenX();
        }
        assertSentOnce(linkOut);
    }

    @Test
    void aTokenThatEndedIsRenewed() {
        x("POST", "/dev/x/expire", "");
        assertSentOnce(compose("Mit neuem Schlüssel"));
        assertThat(stack.x().isConnected()).isTrue();
    }

    @Test
    void aLostPermissionIsToldAndCanBeMended() {
        x("POST", "/dev/x/revoke", "");
        var linkOut = compose("Nach neuer Erlaubnis");
        var failed = end(linkOut);
        assertThat(state(failed)).isEqualTo("failed");
        assertThat(text(failed, "failure")).isEqualTo("permission_lost");
        assertThat(posts(linkOut)).isEmpty();
        var refused = json(send("Solange nichts geht"), 409);
        assertThat(refused.get("code").getAsString()).isEqualTo("linkout.not_connected");

        stack.connectX();
        retry(linkOut);
        assertSentOnce(linkOut);
    }

    @Test
    void whatIsHiddenInBetweenDoesNotGoOut() {
        fault("POST /2/tweets", "429", 4);
        var answer = officialAnswer();
        var linkOut = compose(answer, "Gleich verborgen", "");
        await(() -> "rate_limited".equals(text(get(linkOut), "failure")));
        assertThat(stack.call(
                                "PUT",
                                "/api/v1/answers/" + answer + "/hidden",
                                token("moderator"),
                                "{\"reason\": \"Stimmt nicht mehr\"}")
                        .statusCode())
                .isEqualTo(204);
        var failed = end(linkOut);
        assertThat(state(failed)).isEqualTo("failed");
        assertThat(text(failed, "failure")).isEqualTo("answer_hidden");
        assertThat(posts(linkOut)).isEmpty();
    }

    @Test
    void theBudgetStopsComposingAndSending() throws SQLException {
        var paid = compose("Kostet fast alles");
        assertSentOnce(paid);
        fault("POST /2/tweets", "429", 4);
        var waiting = compose("Wartet, während das Geld ausgeht");
        await(() -> "rate_limited".equals(text(get(waiting), "failure")));
        setCost(paid, "99.990");
        try {
            assertThat(json(send("Zu teuer"), 409).get("code").getAsString()).isEqualTo("linkout.budget_reached");
            var failed = end(waiting);
            assertThat(text(failed, "failure")).isEqualTo("budget_reached");
            assertThat(posts(waiting)).isEmpty();
        } finally {
            setCost(paid, "0.200");
        }
        retry(waiting);
        assertSentOnce(waiting);
    }

    private static void setCost(long linkOut, String cost) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.prepareStatement("update link_out set cost = ? where id = ?")) {
            statement.setString(1, cost);
            statement.setLong(2, linkOut);
            statement.executeUpdate();
        }
    }

    @Test
    void aTextThatIsOutAlreadyForAnotherAnswerFailsAsDuplicate() {
        refuseDuplicates(true);
        var text = "Zweimal dasselbe " + UUID.randomUUID() + " " + stack.url() + "/questions/" + question;
        var first = id(json(send(officialAnswer(), text, ""), 201));
        assertThat(state(end(first))).isEqualTo("sent");
        var second = end(id(json(send(officialAnswer(), text, ""), 201)));
        assertThat(state(second)).isEqualTo("failed");
        assertThat(text(second, "failure")).isEqualTo("duplicate");
        assertThat(stack.x().isConnected())
                .as("a duplicate is no lost permission")
                .isTrue();
    }

    @Test
    void aReplyReachesWhoeverMentionedUsAndNobodyElse() {
        stack.x().remember("Ute vom Deich", "@hilft_demo Wie kommt das nach draußen?", Instant.now());
        stack.x().remember("Jan vom Deich", "Wie kommt das nach draußen?", Instant.now());
        var answered = compose(officialAnswer(), "So, Ute", outsidePost("Ute"));
        assertSentOnce(answered);
        assertThat(onlyPost(answered).get("inReplyTo").getAsString()).isEqualTo(outsidePost("Ute"));

        var refused = end(compose(officialAnswer(), "So, Jan", outsidePost("Jan")));
        assertThat(state(refused)).isEqualTo("failed");
        assertThat(text(refused, "failure")).isEqualTo("reply_refused");
        assertThat(stack.x().isConnected()).isTrue();
    }

    private static String outsidePost(String name) {
        return allPosts().stream()
                .filter(post -> post.get("author").getAsString().startsWith(name.toLowerCase(Locale.ROOT)))
                .map(post -> post.get("id").getAsString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoStaffAtOnceSendOnePost() {
        var answer = officialAnswer();
        var text = "Beide drücken zugleich " + link(answer);
        var answers = Stream.of("staff", "admin")
                .map(member -> CompletableFuture.supplyAsync(() -> send(member, answer, text, "")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(201, 409);
        answers.stream().filter(made -> made.statusCode() == 201).forEach(made -> assertSentOnce(id(json(made, 201))));
    }

    /**
     * Both are in the middle when the power goes: one with a token just renewed, one that X has just accepted. Their
     * leases end soon afterwards; that they are waited out is for LinkOutIT to show.
     */
    @Test
    void aPowerCutWhileSendingLosesAndDoublesNothing() throws SQLException {
        fault("POST /2/tweets", "401", 0);
        fault("POST /2/tweets", "timeout-before-accept", 60);
        var renewed = compose("Mit eben erneuertem Schlüssel");
        await(XChannelIT::noFaultIsLeft);
        fault("POST /2/tweets", "timeout-after-accept", 60);
        var accepted = compose("Eben angenommen");
        await(() -> !posts(accepted).isEmpty());

        shortenLeases(renewed, accepted);
        stack.killAndRestartForum();

        assertSentOnce(accepted);
        assertSentOnce(renewed);
        assertThat(stack.x().isConnected()).isTrue();
    }

    private static void shortenLeases(long... linkOuts) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.prepareStatement("""
                        update link_out set lease_until = utc_timestamp(6) + interval 5 second
                        where id = ? and state = 'SENDING' and lease_until > utc_timestamp(6) + interval 5 second
                        """)) {
            for (long linkOut : linkOuts) {
                statement.setLong(1, linkOut);
                assertThat(statement.executeUpdate()).as("it is being sent").isEqualTo(1);
            }
        }
    }

    /** Logging in again and again looks to Keycloak like somebody guessing passwords. */
    private static String token(String member) {
        return tokens.computeIfAbsent(member, stack::token);
    }

    private static long compose(String words) {
        return compose(officialAnswer(), words, "");
    }

    private static long compose(long answer, String words, String replyTo) {
        return id(json(send(answer, words + " " + link(answer), replyTo), 201));
    }

    private static HttpResponse<String> send(String words) {
        var answer = officialAnswer();
        return send(answer, words + " " + link(answer), "");
    }

    private static HttpResponse<String> send(long answer, String text, String replyTo) {
        return send("staff", answer, text, replyTo);
    }

    private static HttpResponse<String> send(String member, long answer, String text, String replyTo) {
        var body = new JsonObject();
        body.addProperty("channel", "x");
        body.addProperty("text", text);
        if (!replyTo.isEmpty()) {
            body.addProperty("replyTo", replyTo);
        }
        return stack.call("POST", "/api/v1/answers/" + answer + "/link-outs", token(member), body.toString());
    }

    private static long officialAnswer() {
        var body = new JsonObject();
        body.addProperty("body", "Über den Kanal, und zwar genau einmal. " + UUID.randomUUID());
        return id(json(
                stack.call("POST", "/api/v1/questions/" + question + "/answers", token("staff"), body.toString()),
                201));
    }

    private static String link(long answer) {
        return stack.url() + "/answers/" + answer;
    }

    private static void retry(long linkOut) {
        var answer =
                stack.call("PUT", "/api/v1/link-outs/" + linkOut + "/state", token("staff"), "{\"state\": \"queued\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static JsonObject get(long linkOut) {
        return json(stack.call("GET", "/api/v1/link-outs/" + linkOut, token("staff"), null), 200);
    }

    private static JsonObject end(long linkOut) {
        await(() -> ENDS.contains(state(get(linkOut))));
        return get(linkOut);
    }

    private static JsonObject assertSentOnce(long linkOut) {
        var sent = end(linkOut);
        assertThat(state(sent)).as(sent.toString()).isEqualTo("sent");
        var post = onlyPost(linkOut);
        assertThat(sent.get("postUrl").getAsString()).isEqualTo(post.get("url").getAsString());
        return sent;
    }

    private static JsonObject onlyPost(long linkOut) {
        var posts = posts(linkOut);
        assertThat(posts).hasSize(1);
        return posts.get(0);
    }

    private static List<JsonObject> posts(long linkOut) {
        var text = text(get(linkOut), "text");
        return allPosts().stream()
                .filter(post -> post.get("text").getAsString().equals(text))
                .toList();
    }

    private static List<JsonObject> allPosts() {
        JsonArray posts =
                JsonParser.parseString(x("GET", "/dev/x/posts.json", "").body()).getAsJsonArray();
        return StreamSupport.stream(posts.spliterator(), false)
                .map(element -> element.getAsJsonObject())
                .toList();
    }

    private static void fault(String on, String answer, int seconds) {
        var fault = new JsonObject();
        fault.addProperty("on", on);
        fault.addProperty("answer", answer);
        fault.addProperty("seconds", seconds);
        assertThat(x("POST", "/dev/x/faults", fault.toString()).statusCode()).isEqualTo(201);
    }

    private static void refuseDuplicates(boolean refused) {
        assertThat(x("PUT", "/dev/x/settings", "{\"refuseDuplicates\": " + refused + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> x(String method, String path, String body) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://localhost:" + stack.ports().social() + path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Two minutes at most. */
    private static void await(BooleanSupplier something) {
        var deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!something.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for two minutes").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static String state(JsonObject linkOut) {
        return linkOut.get("state").getAsString();
    }

    private static int attempts(JsonObject linkOut) {
        return linkOut.get("attempts").getAsInt();
    }

    private static @Nullable String text(JsonObject json, String field) {
        return json.get(field).isJsonNull() ? null : json.get(field).getAsString();
    }

    private static long id(JsonObject json) {
        return json.get("id").getAsLong();
    }

    private static JsonObject json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }
}
