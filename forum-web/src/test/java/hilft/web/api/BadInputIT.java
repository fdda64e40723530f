package hilft.web.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.stack.BlindBrowser;
import hilft.stack.TestStack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static hilft.web.api.Person.ADMIN;
import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MARKETING;
import static hilft.web.api.Person.STAFF;
import static hilft.web.api.Person.VISITOR;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Each way of asking wrongly has its status and its sentence, and none of them shows our insides. */
class BadInputIT {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Stream<Object[]> wrongFields() {
        return Stream.of(
                new Object[] {"title", "too short", "title: question.title_length"},
                new Object[] {"title", "x".repeat(151), "title: question.title_length"},
                new Object[] {"title", "   \u200b   \n        ", "title: question.title_length"},
                new Object[] {"body", "x".repeat(19), "body: question.body_length"},
                new Object[] {"body", "x".repeat(30_001), "body: question.body_length"},
                new Object[] {"category", "unknown", "category: question.category_unknown"},
                new Object[] {"category", "", "category: question.category_unknown"});
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wrongFields")
    void aWrongFieldIsNamed(String field, String value, String error) {
        JsonObject question = Person.aQuestion();
        question.addProperty(field, value);
        assertThat(ASKER.post("/questions", question)
                        .isRefused(422, "question.invalid")
                        .errors())
                .containsExactly(error);
    }

    static Stream<Object[]> wrongTags() {
        return Stream.of(
                new Object[] {"['a','b','c','d','e','f']", "tags: question.tags_many"},
                new Object[] {"['böse?']", "tags: question.tag_invalid"},
                new Object[] {"['" + "x".repeat(31) + "']", "tags: question.tag_invalid"});
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongTags")
    void wrongTagsAreNamed(String tags, String error) {
        JsonObject question = Person.aQuestion();
        question.add("tags", JsonParser.parseString(tags));
        assertThat(ASKER.post("/questions", question)
                        .isRefused(422, "question.invalid")
                        .errors())
                .containsExactly(error);
    }

    @Test
    void theEdgesThemselvesAreAllowed() {
        JsonObject question = Person.aQuestion("Zehn Zeich");
        question.addProperty("body", "x".repeat(30_000));
        ASKER.post("/questions", question).is(201);
        question.addProperty("title", "😀".repeat(150));
        question.addProperty("body", "x".repeat(20));
        ASKER.post("/questions", question).is(201);
    }

    @Test
    void nothingAtAllNamesEveryField() {
        assertThat(ASKER.call("POST", "/questions", "")
                        .isRefused(422, "question.invalid")
                        .errors())
                .containsExactly(
                        "title: question.title_length",
                        "category: question.category_unknown",
                        "body: question.body_length");
    }

    @Test
    void theSentenceIsInTheCallersLanguage() {
        Reply german = send("POST", "/text/preview", bytes("["), "Accept-Language", "de-AT,de;q=0.9,en;q=0.5");
        assertThat(german.isRefused(400, "api.malformed").header("Content-Language"))
                .isEqualTo("de");
        assertThat(german.json().get("title").getAsString()).contains("nicht lesbar");
        assertThat(ASKER.post("/questions", Map.of()).response().body())
                .contains("The title has 10 to 150 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "{\"markdown\": 1}", "{\"markdown\": [\"a\"]}", "{'markdown': 'a'}"})
    void whatIsNoJsonObjectOfTheRightTypesIsMalformed(String body) {
        send("POST", "/text/preview", bytes(body)).isRefused(400, "api.malformed");
    }

    @Test
    void brokenUtf8IsMalformed() {
        send("POST", "/text/preview", BodyPublishers.ofByteArray("{\"markdown\": \"ä\"}".getBytes(ISO_8859_1)))
                .isRefused(400, "api.malformed");
    }

    @Test
    void aDeepNestIsMalformedAndNoCrash() {
        send("POST", "/text/preview", bytes("[".repeat(200_000))).isRefused(400, "api.malformed");
    }

    @Test
    void anotherContentTypeIsNotTaken() {
        send("POST", "/text/preview", bytes("markdown=a"), "Content-Type", "application/x-www-form-urlencoded")
                .isRefused(415, "api.unsupported_media_type");
    }

    @Test
    void anotherFormIsNotGiven() {
        VISITOR.get("/questions", "Accept", "text/html").isRefused(406, "api.not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000_000, 20_000_000})
    void aHugeBodyIsTooLarge(int bytes) {
        send("POST", "/text/preview", bytes("{\"markdown\": \"" + "x".repeat(bytes) + "\"}"))
                .isRefused(413, "api.too_large");
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 1_900_000, 2_097_100, 2_097_300, 2_300_000, 5_000_000})
    void aFormInChunksArrivesAsAWholeOrIsTooLarge(int length) {
        BlindBrowser browser = new BlindBrowser(TestStack.get().url());
        Map<String, String> form = Map.of(
                "ask",
                "ask",
                "title",
                "Wo bleibt das Ende?",
                "body",
                "ä".repeat(length / 6) + " Ende",
                "publish",
                "publish",
                "jakarta.faces.ViewState",
                "stateless");
        BlindBrowser.Page answer = browser.postInChunks("/ask?in=api-tests", form, "Sec-Fetch-Site", "same-origin");
        if (length < 2_000_000) assertThat(answer.status()).isEqualTo(401);
        if (length > 2_200_000) assertThat(answer.status()).isEqualTo(413);
        if (answer.status() == 401) {
            assertThat(Jsoup.parse(answer.body()).select("#body").text()).endsWith("ää Ende");
        } else {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("Das ist zu groß", "veröffentlicht ist davon nichts");
        }
    }

    @Test
    void bodiesInChunksAreReadToTheEnd() {
        BlindBrowser browser = new BlindBrowser(TestStack.get().url());
        String language = "/forms/language";
        Map<String, String> english = Map.of("language", "en", "returnTo", "/ask");
        assertThat(browser.postInChunks(language, english, "Sec-Fetch-Site", "same-origin")
                        .header("Location"))
                .endsWith("/ask");
        assertThat(send("POST", "/text/preview", BodyPublishers.ofInputStream(() -> stream("{\"markdown\": \"*a*\"}")))
                        .is(200)
                        .response()
                        .body())
                .contains("<em>a</em>");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/questions?limit=0",
                "/questions?limit=101",
                "/questions?limit=x",
                "/questions?sort=newest",
                "/questions?state=closed",
                "/leaderboard?period=decade",
                "/search?q=router&state=closed",
                "/search?q=router&official=perhaps",
                "/search?q=router&since=tomorrow",
                "/search?q=router&before=31.2.2026",
                "/search?q=router&sort=hot",
                "/search?q=router&facets=0",
                "/search?q=router&category=",
                "/search?q=router&tag=1&tag=2&tag=3&tag=4&tag=5&tag=6&tag=7&tag=8&tag=9&tag=10&tag=11",
                "/search?q=router&limit=0",
                "/similar?text=router&limit=21"
            })
    void aParameterWithAnImpossibleValueIsNamed(String path) {
        VISITOR.get(path).isRefused(400, "api.parameter");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        VISITOR.get("/questions/999999999").isRefused(404, "question.unknown");
        VISITOR.get("/questions/abc").isRefused(404, "api.not_found");
        VISITOR.get("/answers/999999999").isRefused(404, "question.unknown_answer");
        VISITOR.get("/members/nobody-at-all").isRefused(404, "member.unknown");
        VISITOR.get("/members/m%C3%BCller").isRefused(404, "member.unknown");
        VISITOR.get("/categories/nothing").isRefused(404, "category.unknown");
        VISITOR.get("/nothing").isRefused(404, "api.not_found");
        ASKER.put("/answers/999999999/vote", Map.of("value", 1)).isRefused(404, "question.unknown_answer");
    }

    @Test
    void aMethodThatIsNotThereNamesThoseThatAre() {
        Reply refused = ASKER.put("/questions", Map.of()).isRefused(405, "api.method_not_allowed");
        assertThat(refused.header("Allow")).contains("GET", "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "4294967297"})
    void aVoteIsUpOrDown(String value) {
        long question = ASKER.asks();
        HELPER.put("/questions/" + question + "/vote", "{\"value\": " + value + "}")
                .isRefused(422, "vote.invalid");
    }

    @Test
    void aVoteIsAWholeNumber() {
        long question = ASKER.asks();
        HELPER.put("/questions/" + question + "/vote", "{\"value\": 0.5}").isRefused(400, "api.malformed");
        HELPER.put("/questions/" + question + "/vote", "{\"value\": 1e999999999}")
                .isRefused(400, "api.malformed");
        HELPER.put("/questions/" + question + "/vote", Map.of()).isRefused(400, "api.malformed");
    }

    @Test
    void withoutATokenNothingIsWritten() {
        send("POST", "/questions", bytes("{}")).isRefused(401, "api.signed_out");
        VISITOR.get("/me").isRefused(401, "api.signed_out");
    }

    @Test
    void aForgedTokenIsNoVisitor() {
        Reply refused = send("GET", "/questions", BodyPublishers.noBody(), "Authorization", "Bearer a.b.c");
        assertThat(refused.is(401).header("WWW-Authenticate")).contains("invalid_token");
        send("POST", "/questions", bytes("{}"), "Authorization", "Bearer a.b.c").is(401);
    }

    @Test
    void aForeignPageWritesNothing() {
        assertThat(foreign("Origin", "https://evil.example").status()).isEqualTo(403);
        assertThat(foreign("Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
        assertThat(foreign("X-Nothing", "said").status()).isEqualTo(403);
    }

    @Test
    void linkOutsAreForStaff() {
        VISITOR.get("/link-outs").isRefused(401, "api.signed_out");
        ASKER.get("/link-outs").isRefused(403, "api.forbidden");
        ASKER.get("/link-outs/1").isRefused(403, "api.forbidden");
        ASKER.put("/link-outs/1/state", Map.of("state", "queued")).isRefused(403, "api.forbidden");
        ASKER.post("/link-outs/measure", aPost("")).isRefused(403, "api.forbidden");
        ASKER.post("/answers/1/link-outs", aPost("")).isRefused(403, "api.forbidden");
    }

    @Test
    void whatALinkOutCannotBeIsNamed() {
        STAFF.get("/link-outs?state=lost").isRefused(400, "api.parameter");
        STAFF.get("/link-outs/999999999").isRefused(404, "linkout.unknown");
        STAFF.put("/link-outs/999999999/state", Map.of("state", "queued")).isRefused(404, "linkout.unknown");
        assertThat(STAFF.put("/link-outs/999999999/state", Map.of("state", "posted"))
                        .isRefused(422, "api.invalid")
                        .errors())
                .containsExactly("state: api.wrong_value");
        assertThat(STAFF.post("/link-outs/measure", Map.of("channel", "y", "text", "a"))
                        .isRefused(422, "api.invalid")
                        .errors())
                .containsExactly("channel: api.wrong_value");
        STAFF.post("/link-outs/measure", Map.of("channel", "x", "text", 1)).isRefused(400, "api.malformed");
        STAFF.post("/answers/999999999/link-outs", aPost("a")).isRefused(404, "linkout.unknown");
    }

    @Test
    void onlyOfficialAnswersAreLinkedOut() {
        long answer = HELPER.answers(ASKER.asks());
        STAFF.post("/answers/" + answer + "/link-outs", aPost(link(answer))).isRefused(409, "linkout.not_official");
    }

    static Stream<Object[]> wrongPosts() {
        return Stream.of(
                new Object[] {"", "", "text: linkout.text_empty"},
                new Object[] {"Behoben.", "", "text: linkout.link_missing"},
                new Object[] {"https://evil.example/answers/1", "", "text: linkout.link_missing"},
                new Object[] {"Sehr ausführlich. ".repeat(20) + "LINK", "", "text: linkout.text_too_long"},
                new Object[] {"x".repeat(100_000) + " LINK", "", "text: linkout.text_too_long"},
                new Object[] {"LINK", "der von gestern", "replyTo: linkout.reply_to_invalid"},
                new Object[] {"LINK", "https://evil.example/a/status/1", "replyTo: linkout.reply_to_invalid"});
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wrongPosts")
    void aPostThatCannotBeSentIsRefusedAtItsField(String text, String replyTo, String error) {
        long answer = STAFF.answers(ASKER.asks());
        Map<String, String> post =
                Map.of("channel", "x", "text", text.replace("LINK", link(answer)), "replyTo", replyTo);
        assertThat(STAFF.post("/answers/" + answer + "/link-outs", post).is(422).errors())
                .containsExactly(error);
        assertThat(STAFF.post("/link-outs/measure", post).is(200).json().getAsJsonArray("problems"))
                .singleElement()
                .satisfies(problem -> assertThat(
                                problem.getAsJsonObject().get("code").getAsString())
                        .isEqualTo(error.substring(error.indexOf(' ') + 1)));
    }

    private static Map<String, String> aPost(String text) {
        return Map.of("channel", "x", "text", text);
    }

    private static String link(long answer) {
        return TestStack.get().url() + "/answers/" + answer;
    }

    @Test
    void figuresOfTheSearchAreForAdmins() {
        VISITOR.get("/admin/search-figures").isRefused(401, "api.signed_out");
        ASKER.get("/admin/search-figures").isRefused(403, "api.forbidden");
        STAFF.get("/admin/search-figures").isRefused(403, "api.forbidden");
        STAFF.get("/admin/search-index").isRefused(403, "api.forbidden");
        STAFF.post("/admin/search-index", Map.of()).isRefused(403, "api.forbidden");
        for (String days : new String[] {"0", "91", "-1", "x", "4294967326"}) {
            ADMIN.get("/admin/search-figures?days=" + days).isRefused(400, "api.parameter");
        }
    }

    static Stream<Object[]> wrongDeflections() {
        String token = "\"token\": \"0b5b6a3e-2f0c-4c1e-9d59-2a6a0a6f1d11\"";
        return Stream.of(
                new Object[] {422, "{}"},
                new Object[] {422, "{\"token\": \"lena.vogt@example.org\", \"state\": \"shown\", \"questions\": [1]}"},
                new Object[] {400, "{\"token\": 1, \"state\": \"shown\"}"},
                new Object[] {422, "{" + token + "}"},
                new Object[] {422, "{" + token + ", \"state\": \"withdrawn\", \"question\": 1}"},
                new Object[] {422, "{" + token + ", \"state\": \"shown\"}"},
                new Object[] {422, "{" + token + ", \"state\": \"shown\", \"questions\": []}"},
                new Object[] {422, "{" + token + ", \"state\": \"shown\", \"questions\": [" + "1,".repeat(40) + "1]}"},
                new Object[] {422, "{" + token + ", \"state\": \"shown\", \"questions\": [1], \"band\": \"sure\"}"},
                new Object[] {400, "{" + token + ", \"state\": \"shown\", \"questions\": [\"1\"]}"},
                new Object[] {400, "{" + token + ", \"state\": \"shown\", \"questions\": [1.5]}"},
                new Object[] {400, "{" + token + ", \"state\": \"shown\", \"questions\": 1}"},
                new Object[] {400, "{" + token + ", \"state\": \"opened\"}"},
                new Object[] {400, "{" + token + ", \"state\": \"solved\", \"question\": 1e999999999}"},
                new Object[] {404, "{" + token + ", \"state\": \"solved\", \"question\": 999999999}"},
                new Object[] {404, "{" + token + ", \"state\": \"shown\", \"questions\": [-1, 0]}"});
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongDeflections")
    void whatADeflectionCannotBeIsRefused(int status, String body) {
        send("POST", "/deflections", bytes(body))
                .isRefused(
                        status,
                        switch (status) {
                            case 400 -> "api.malformed";
                            case 404 -> "question.unknown";
                            default -> "api.invalid";
                        });
    }

    @Test
    void aForeignPageCountsNoDeflection() {
        String body = "{\"token\": \"0b5b6a3e-2f0c-4c1e-9d59-2a6a0a6f1d11\", \"state\": \"opened\", \"question\": 1}";
        send("POST", "/deflections", bytes(body), "Origin", "https://evil.example")
                .is(403);
    }

    @Test
    void onlyAdminsMakeCategories() {
        Map<String, String> category = Map.of("slug", "mine", "icon", "wifi", "nameDe", "Meine", "nameEn", "Mine");
        ASKER.post("/categories", category).isRefused(403, "category.not_allowed");
        assertThat(ADMIN.post("/categories", category)
                        .isRefused(422, "category.invalid")
                        .errors())
                .containsExactly("descriptionDe: category.text_length", "descriptionEn: category.text_length");
    }

    static Stream<Object[]> wrongPlans() {
        return Stream.of(
                new Object[] {"titleDe", "", "titleDe: event.title_missing"},
                new Object[] {"titleDe", "x".repeat(151), "titleDe: event.title_too_long"},
                new Object[] {"textDe", " \u200b ", "textDe: event.text_missing"},
                new Object[] {"place", "", "place: event.place_missing"},
                new Object[] {"streamUrl", "javascript:alert(1)", "streamUrl: event.stream_url_invalid"},
                new Object[] {"startsAt", "2020-01-01T18:00", "startsAt: event.in_the_past"},
                new Object[] {"startsAt", "morgen", "startsAt: event.time_missing"},
                new Object[] {"endsAt", "2020-01-01T18:00", "endsAt: event.end_before_start"},
                new Object[] {"zone", "Europe/Bottrop", "zone: event.zone_unknown"},
                new Object[] {"zone", "", "zone: event.zone_unknown"});
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("wrongPlans")
    void aWrongFieldOfAnEventIsNamed(String field, String value, String error) {
        JsonObject plan = InvitingIT.aPlan(5);
        plan.addProperty(field, value);
        assertThat(MARKETING
                        .post("/events", plan)
                        .isRefused(422, "event.invalid")
                        .errors())
                .contains(error);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 10_001, 4_294_967_297L})
    void anEventHasOneToTenThousandSeats(long seats) {
        JsonObject plan = InvitingIT.aPlan(5);
        plan.addProperty("seats", seats);
        assertThat(MARKETING
                        .post("/events", plan)
                        .isRefused(422, "event.invalid")
                        .errors())
                .containsExactly("seats: event.seats_range");
    }

    @Test
    void anInvitationNamesWhomItIsFor() {
        long event = MARKETING.post("/events", InvitingIT.aPlan(5)).is(201).id();
        assertThat(MARKETING
                        .post("/events/" + event + "/invitations", Map.of("members", new String[] {"nobody-at-all"}))
                        .isRefused(422, "event.invalid")
                        .errors())
                .containsExactly("members: event.handle_unknown");
        MARKETING.post("/events/" + event + "/invitations", Map.of()).isRefused(422, "event.invalid");
        MARKETING
                .post("/events/" + event + "/invitations", Map.of("members", "a"))
                .isRefused(400, "api.malformed");
        MARKETING.get("/events/" + event + "/candidates?period=decade").isRefused(400, "api.parameter");
        MARKETING.get("/events/999999999/invitations").isRefused(404, "event.unknown");
        MARKETING.delete("/invitations/999999999", null).isRefused(404, "event.unknown_invitation");
        HELPER.put("/events/999999999/acceptance", null).isRefused(404, "event.unknown");
        VISITOR.get("/events/999999999").isRefused(404, "event.unknown");
        VISITOR.get("/events?when=soon").isRefused(400, "api.parameter");
    }

    private static Reply foreign(String header, String value) {
        return exchange(HttpRequest.newBuilder(URI.create(TestStack.get().url() + "/api/v1/text/preview"))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(bytes("{}")));
    }

    /** As a page of ours would, so that the body is what is judged. */
    private static Reply send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(TestStack.get().url() + "/api/v1" + path))
                .header("Origin", TestStack.get().url())
                .setHeader("Content-Type", "application/json")
                .method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return exchange(request);
    }

    private static HttpRequest.BodyPublisher bytes(String text) {
        return BodyPublishers.ofString(text);
    }

    private static Reply exchange(HttpRequest.Builder request) {
        try {
            return new Reply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
