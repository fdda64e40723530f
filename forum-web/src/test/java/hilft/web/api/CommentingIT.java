package hilft.web.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hilft.stack.BlindBrowser;
import hilft.stack.TestStack;
import hilft.web.security.Patience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.EXPERT;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MODERATOR;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** Members comment posts; what is taken back or hidden is gone everywhere. */
class CommentingIT {

    private static final String TEXT = "Geht das auch mit der Firmware 7.1?";
    private static final Map<String, String> REASON = Map.of("reason", "Das gehört nicht hierher");
    private static final String[] SAME_ORIGIN = {"Sec-Fetch-Site", "same-origin"};

    @Test
    void aCommentIsWrittenReadEditedAndTakenBack() {
        long answer = HELPER.answers(ASKER.asks());
        Reply written = EXPERT.post("/answers/" + answer + "/comments", Map.of("body", TEXT))
                .is(201);
        long id = written.id();
        assertThat(written.header("Location")).endsWith("/comments/" + id);
        JsonObject read = VISITOR.get("/answers/" + answer + "/comments")
                .is(200)
                .items()
                .get(0)
                .getAsJsonObject();
        assertThat(read.get("body").getAsString()).isEqualTo(TEXT);
        assertThat(read.getAsJsonObject("post").toString()).isEqualTo("{\"id\":" + answer + ",\"type\":\"answer\"}");
        assertThat(read.getAsJsonObject("you").get("mayEdit").getAsBoolean()).isFalse();

        String seen = written.header("ETag");
        Map<String, String> change = Map.of("body", "Geht das auch mit der Firmware 7.2?");
        EXPERT.patch("/comments/" + id, change).isRefused(428, "api.precondition_required");
        HELPER.patch("/comments/" + id, change, "If-Match", seen).isRefused(403, "comment.not_author");
        MODERATOR.patch("/comments/" + id, change, "If-Match", seen).isRefused(403, "comment.not_author");
        EXPERT.patch("/comments/" + id, change, "If-Match", seen).is(200);
        EXPERT.patch("/comments/" + id, change, "If-Match", seen).isRefused(412, "api.stale");
        assertThat(VISITOR.get("/comments/" + id).json().get("editedAt").isJsonNull())
                .as("finished just after")
                .isTrue();

        HELPER.delete("/comments/" + id, null).isRefused(403, "comment.not_author");
        EXPERT.delete("/comments/" + id, null).is(204);
        VISITOR.get("/comments/" + id).isRefused(404, "comment.unknown");
        MODERATOR.get("/comments/" + id).isRefused(404, "comment.unknown");
        assertThat(VISITOR.get("/answers/" + answer + "/comments").items()).isEmpty();
        EXPERT.delete("/comments/" + id, null).isRefused(404, "comment.unknown");
    }

    @Test
    void badCommentsAreRefused() {
        long question = ASKER.asks();
        String path = "/questions/" + question + "/comments";
        for (String body : List.of("", "Zu kurz", "x".repeat(601), "   \n\n ")) {
            assertThat(HELPER.post(path, Map.of("body", body))
                            .isRefused(422, "comment.invalid")
                            .errors())
                    .containsExactly("body: comment.body_length");
        }
        HELPER.post(path, Map.of("body", "👍".repeat(600))).is(201);
        VISITOR.post(path, Map.of("body", TEXT), SAME_ORIGIN).isRefused(401, "api.signed_out");
        HELPER.post("/questions/999999999/comments", Map.of("body", TEXT)).isRefused(404, "question.unknown");
        HELPER.post("/answers/999999999/comments", Map.of("body", TEXT)).isRefused(404, "question.unknown_answer");
        HELPER.put("/comments/1/vote", Map.of("value", 1)).is(404);
    }

    @Test
    void itKnowsNoHeadingsAndNoPicturesOfStrangers() {
        String html = HELPER.post("/questions/" + ASKER.asks() + "/comments", Map.of("body", """
                                # Keine Überschrift, **fett** und `code`
                                - eine Liste
                                - > ein Zitat

                                ![Bild](https://bild.example/a.png) [Seite](https://seite.example) <img src=x onerror=alert(1)>
                                [böse](javascript:alert(1))"""))
                .is(201)
                .json()
                .get("bodyHtml")
                .getAsString();
        Document document = Jsoup.parse(html);
        assertThat(document.select("h1, h2, h3, h4, img, script, table")).isEmpty();
        assertThat(document.select("ul > li").eachText()).containsExactly("eine Liste", "ein Zitat");
        assertThat(document.select("blockquote").text()).isEqualTo("ein Zitat");
        assertThat(document.select("strong").text()).isEqualTo("fett");
        assertThat(document.select("code").text()).isEqualTo("code");
        assertThat(document.select("a").eachAttr("href"))
                .containsExactly("https://bild.example/a.png", "https://seite.example");
        assertThat(document.select("a").attr("rel")).contains("nofollow", "ugc");
        assertThat(document.text()).contains("# Keine Überschrift", "<img src=x onerror=alert(1)>");
    }

    @Test
    void twiceSentIsOnceWritten() {
        long question = ASKER.asks();
        String path = "/questions/" + question + "/comments";
        String key = UUID.randomUUID().toString();
        long id = HELPER.post(path, Map.of("body", TEXT), "Idempotency-Key", key)
                .is(201)
                .id();
        assertThat(HELPER.post(path, Map.of("body", TEXT), "Idempotency-Key", key)
                        .is(201)
                        .id())
                .isEqualTo(id);
        HELPER.post(path, Map.of("body", TEXT + " Oder 8?"), "Idempotency-Key", key)
                .isRefused(422, "idempotency.key_reused");
        assertThat(VISITOR.get(path).ids()).containsExactly(id);
    }

    @Test
    void aClosedThreadTakesNoComment() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        Reply written = HELPER.post("/answers/" + answer + "/comments", Map.of("body", TEXT))
                .is(201);
        MODERATOR.put("/questions/" + question + "/lock", REASON).is(204);
        HELPER.post("/questions/" + question + "/comments", Map.of("body", TEXT))
                .isRefused(409, "comment.locked");
        HELPER.post("/answers/" + answer + "/comments", Map.of("body", TEXT)).isRefused(409, "comment.locked");
        HELPER.patch("/comments/" + written.id(), Map.of("body", TEXT + " Ja?"), "If-Match", "*")
                .isRefused(409, "comment.locked");
        HELPER.delete("/comments/" + written.id(), null).isRefused(409, "comment.locked");
        MODERATOR
                .post("/questions/" + question + "/comments", Map.of("body", "Bitte stell eine neue Frage."))
                .is(201);
    }

    @Test
    void aHiddenCommentIsGoneEverywhereAndComesBack() {
        String word = "zwetschgen" + UUID.randomUUID().toString().substring(0, 6);
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        long id = EXPERT.post("/answers/" + answer + "/comments", Map.of("body", "Riecht das nach " + word + "?"))
                .is(201)
                .id();
        BlindBrowser visitor = new BlindBrowser(TestStack.get().url());
        String thread = visitor.open("/questions/" + question).address().getPath();
        String path = "/answers/" + answer + "/comments";
        Patience.awaitThat(() -> visitor.get(thread).body().contains(word), true);
        assertThat(visitor.get(path).body()).contains(word);
        assertThat(visitor.get("/comments/" + id).header("Location")).endsWith(thread + "#comment-" + id);

        long flag = HELPER.post(
                        "/flags",
                        Map.of("target", Map.of("type", "comment", "id", id), "reason", "spam", "note", "Werbung"))
                .is(201)
                .id();
        EXPERT.post("/flags", Map.of("target", Map.of("type", "comment", "id", id), "reason", "spam", "note", ""))
                .isRefused(403, "moderation.own_post");
        JsonObject flagged = MODERATOR.get("/flags?limit=100").items().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("id").getAsLong() == flag)
                .findFirst()
                .orElseThrow();
        assertThat(flagged.get("text").getAsString()).contains(word);
        assertThat(flagged.getAsJsonObject("target").get("type").getAsString()).isEqualTo("comment");
        HELPER.put("/comments/" + id + "/hidden", REASON).isRefused(403, "moderation.not_moderator");

        MODERATOR.put("/comments/" + id + "/hidden", REASON).is(204);
        MODERATOR.put("/comments/" + id + "/hidden", REASON).is(204);
        assertThat(MODERATOR.get("/flags?limit=100").ids()).doesNotContain(flag);
        assertThat(visitor.get(thread).body()).doesNotContain(word);
        assertThat(visitor.get(path).body()).doesNotContain(word);
        assertThat(visitor.get("/comments/" + id).status()).isEqualTo(410);
        assertThat(visitor.get("/questions/" + question + "/feed.atom").body()).doesNotContain(word);
        for (Person person : List.of(VISITOR, ASKER, HELPER, EXPERT)) {
            person.get("/comments/" + id).isRefused(404, "comment.unknown");
            assertThat(person.get(path).is(200).items()).isEmpty();
        }
        assertThat(HELPER.get("/me/notifications?limit=100").response().body()).doesNotContain(word);
        assertThat(ASKER.get("/me/notifications?limit=100").response().body()).doesNotContain(word);
        EXPERT.patch("/comments/" + id, Map.of("body", TEXT), "If-Match", "*").isRefused(404, "comment.unknown");
        HELPER.post("/flags", Map.of("target", Map.of("type", "comment", "id", id), "reason", "spam", "note", ""))
                .isRefused(404, "comment.unknown");
        assertThat(MODERATOR.get(path).ids()).containsExactly(id);
        assertThat(MODERATOR.get("/moderation-log?question=" + question).items())
                .hasSize(1);
        assertThat(EXPERT.get("/me/notifications?limit=1")
                        .items()
                        .get(0)
                        .getAsJsonObject()
                        .get("kind")
                        .getAsString())
                .isEqualTo("post_hidden");

        MODERATOR.delete("/comments/" + id + "/hidden", REASON).is(204);
        Patience.awaitThat(() -> visitor.get(thread).body().contains(word), true);

        MODERATOR.put("/answers/" + answer + "/hidden", REASON).is(204);
        VISITOR.get("/comments/" + id).isRefused(404, "comment.unknown");
        VISITOR.get(path).isRefused(404, "question.unknown_answer");
        assertThat(visitor.get(thread).body()).doesNotContain(word);
        assertThat(visitor.get(path).status()).isEqualTo(410);
        assertThat(visitor.get("/comments/" + id).status()).isEqualTo(410);
        assertThat(HELPER.get("/me/notifications?limit=100").response().body()).doesNotContain(word);
    }

    @Test
    void whoWroteThePostAndWhoFollowsAreToldOnce() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        EXPERT.put("/questions/" + question + "/subscription", null).is(204);
        long id = MODERATOR
                .post("/answers/" + answer + "/comments", Map.of("body", TEXT))
                .is(201)
                .id();
        assertThat(kinds(HELPER, id)).containsExactly("comment_received");
        assertThat(kinds(EXPERT, id)).containsExactly("comment_written");
        assertThat(kinds(ASKER, id)).containsExactly("comment_written");
        assertThat(kinds(MODERATOR, id)).isEmpty();
        long own = ASKER.post("/questions/" + question + "/comments", Map.of("body", TEXT))
                .is(201)
                .id();
        assertThat(kinds(ASKER, own)).isEmpty();
        assertThat(kinds(EXPERT, own)).containsExactly("comment_written");
    }

    @Test
    void aThreadShowsTheFirstFewAndThePermalinkFindsEach() {
        long question = ASKER.asks();
        String path = "/questions/" + question + "/comments";
        List<Long> ids = IntStream.rangeClosed(1, 53)
                .mapToObj(i -> HELPER.post(path, Map.of("body", "Kommentar mit der Nummer " + i))
                        .is(201)
                        .id())
                .toList();
        BlindBrowser visitor = new BlindBrowser(TestStack.get().url());
        String thread = visitor.open("/questions/" + question).address().getPath();
        Document page = Jsoup.parse(visitor.get(thread).body());
        assertThat(page.select("#question .comment").eachAttr("id"))
                .containsExactlyElementsOf(
                        ids.subList(0, 5).stream().map(id -> "comment-" + id).toList());
        assertThat(page.select("#question .comments-foot a").eachText()).contains("Alle 53 Kommentare anzeigen");
        for (int place : new int[] {1, 5, 6, 50, 51, 53}) {
            long id = ids.get(place - 1);
            BlindBrowser.Page found = visitor.open("/comments/" + id);
            assertThat(found.address().getPath()).isEqualTo(place <= 5 ? thread : path);
            assertThat(Jsoup.parse(found.body()).select("#comment-" + id))
                    .as("comment %s", place)
                    .hasSize(1);
        }
        assertThat(Jsoup.parse(visitor.get(path).body()).select(".comment")).hasSize(50);
        assertThat(visitor.get("/comments/999999999").status()).isEqualTo(404);
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndAnotherTryIsWrittenOnce() {
        long question = ASKER.asks();
        String path = "/questions/" + question + "/comments";
        BlindBrowser browser = new BlindBrowser(TestStack.get().url());
        BlindBrowser.Page form = browser.login("helper@example.org", "hilft-demo", path);
        BlindBrowser.Page refused = browser.post(path, sent(form, "Zu kurz <b>"), SAME_ORIGIN);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Zu kurz &lt;b&gt;</textarea>", "Ein Kommentar hat 15 bis 600 Zeichen.");
        String pasted = "Zu lang. ".repeat(3_334).strip();
        BlindBrowser.Page tooLong = browser.post(path, sent(form, pasted), SAME_ORIGIN);
        assertThat(tooLong.status()).isEqualTo(422);
        Document shown = Jsoup.parse(tooLong.body());
        assertThat(shown.select("#body").val()).isEqualTo(pasted);
        assertThat(shown.select("#body[maxlength]")).isEmpty();
        assertThat(shown.select("#body-error").text()).isEqualTo("Ein Kommentar hat 15 bis 600 Zeichen.");
        Map<String, String> fields = sent(refused, TEXT);
        BlindBrowser.Page written = browser.post(path, fields, SAME_ORIGIN);
        assertThat(written.status()).isEqualTo(302);
        assertThat(written.header("Location")).contains("/comments/");
        assertThat(browser.post(path, fields, SAME_ORIGIN).status()).isEqualTo(302);
        assertThat(VISITOR.get(path).items()).hasSize(1);
        assertThat(browser.post(path, sent(form, TEXT)).status())
                .as("from elsewhere")
                .isEqualTo(403);
    }

    @Test
    void ofManyAtOnceOneEditsAndEveryCommentIsCounted() throws Exception {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        String path = "/answers/" + answer + "/comments";
        Reply first = HELPER.post(path, Map.of("body", TEXT)).is(201);
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<CompletableFuture<Integer>> edits = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> HELPER.patch(
                                            "/comments/" + first.id(),
                                            Map.of("body", TEXT + " Versuch " + i),
                                            "If-Match",
                                            first.header("ETag"))
                                    .status(),
                            pool))
                    .toList();
            assertThat(edits.stream().map(CompletableFuture::join).sorted())
                    .containsExactly(200, 412, 412, 412, 412, 412);
            List<CompletableFuture<Integer>> more = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> (i % 2 == 0 ? EXPERT : ASKER)
                                    .post(path, Map.of("body", TEXT + " Zugleich " + i))
                                    .status(),
                            pool))
                    .toList();
            assertThat(more.stream().map(CompletableFuture::join)).containsOnly(201);
        } finally {
            pool.shutdown();
            assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        String thread = new BlindBrowser(TestStack.get().url())
                .open("/answers/" + answer)
                .body();
        assertThat(thread).contains("Alle 13 Kommentare anzeigen");
    }

    @Test
    void aCommentEndsTheGraceOfThePost() {
        long question = ASKER.asks();
        HELPER.post("/questions/" + question + "/comments", Map.of("body", TEXT))
                .is(201);
        ASKER.patch(
                        "/questions/" + question,
                        Map.of("body", Person.BODY + " Firmware 7.0."),
                        "If-Match",
                        ASKER.get("/questions/" + question).header("ETag"))
                .is(200);
        assertThat(VISITOR.get("/questions/" + question + "/revisions").items()).hasSize(2);
    }

    private static List<String> kinds(Person person, long comment) {
        return person.get("/me/notifications?limit=100").items().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(one -> !one.get("commentId").isJsonNull()
                        && one.get("commentId").getAsLong() == comment)
                .map(one -> one.get("kind").getAsString())
                .toList();
    }

    private static Map<String, String> sent(BlindBrowser.Page page, String text) {
        Map<String, String> fields = new HashMap<>();
        Jsoup.parse(page.body())
                .select("form#comment input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        fields.put("body", text);
        fields.put("publish", "publish");
        return fields;
    }
}
