package hilft.web.api;

import com.google.gson.JsonObject;
import hilft.stack.BlindBrowser;
import hilft.stack.TestStack;
import hilft.web.security.Patience;
import java.net.URI;
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
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MODERATOR;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** Posts are edited, and what they said before stays to be read. */
class RevisingIT {

    private static final String[] SAME_ORIGIN = {"Sec-Fetch-Site", "same-origin"};
    private static final String PASSWORD = "hilft-demo";

    @Test
    void anAuthorFinishesATextWithoutATrace() {
        long question = ASKER.asks();
        edits(ASKER, "/questions/" + question, Map.of("body", Person.BODY + " Der Router ist neu."))
                .is(200);
        assertThat(VISITOR.get("/questions/" + question).json().get("editedAt").isJsonNull())
                .isTrue();
        assertThat(VISITOR.get("/questions/" + question + "/revisions").is(200).items())
                .isEmpty();
    }

    @Test
    void onceAnsweredEveryEditIsARevision() {
        long question = ASKER.asks();
        String title = VISITOR.get("/questions/" + question).json().get("title").getAsString();
        HELPER.answers(question);
        edits(
                        ASKER,
                        "/questions/" + question,
                        Map.of("title", "Mein Router verliert das WLAN im Keller", "tags", List.of("keller")))
                .is(200);

        List<JsonObject> revisions = revisions("/questions/" + question);
        assertThat(revisions).extracting(one -> one.get("number").getAsInt()).containsExactly(2, 1);
        assertThat(revisions.get(1).get("title").getAsString()).isEqualTo(title);
        assertThat(revisions.get(1).get("tags").toString()).isEqualTo("[\"wlan\",\"router\"]");
        assertThat(revisions.get(0).get("title").getAsString()).isEqualTo("Mein Router verliert das WLAN im Keller");
        assertThat(revisions.get(0).get("tags").toString()).isEqualTo("[\"keller\"]");
        assertThat(revisions.get(0).get("category").getAsString()).isEqualTo(Person.CATEGORY);
        assertThat(VISITOR.get("/questions/" + question).json().get("editedAt").isJsonNull())
                .isFalse();

        edits(ASKER, "/questions/" + question, Map.of("tags", List.of("keller", "wlan")))
                .is(200);
        assertThat(revisions("/questions/" + question))
                .as("finished just after")
                .hasSize(2);
        edits(ASKER, "/questions/" + question, Map.of("tags", List.of("keller"), "reason", "wlan war doch falsch"))
                .is(200);
        assertThat(revisions("/questions/" + question)).hasSize(3);
        edits(ASKER, "/questions/" + question, Map.of("tags", List.of("keller"), "reason", "nichts geändert"))
                .is(200);
        assertThat(revisions("/questions/" + question))
                .as("an edit that changes nothing")
                .hasSize(3);
    }

    @Test
    void moderatorsSayWhy() {
        long answer = HELPER.answers(ASKER.asks());
        Map<String, String> change = Map.of("body", "Starte den Router neu und nimm Kanal 36.");
        assertThat(edits(MODERATOR, "/answers/" + answer, change)
                        .isRefused(422, "question.invalid")
                        .errors())
                .containsExactly("reason: revision.reason_length");
        edits(MODERATOR, "/answers/" + answer, Map.of("body", change.get("body"), "reason", "Kanal 11 ist verboten"))
                .is(200);
        JsonObject revision = revisions("/answers/" + answer).get(0);
        assertThat(revision.get("reason").getAsString()).isEqualTo("Kanal 11 ist verboten");
        assertThat(revision.getAsJsonObject("editor").get("handle").getAsString())
                .isEqualTo(MODERATOR.get("/me").json().get("handle").getAsString());
    }

    @Test
    void aMoveIsPartOfTheHistory() {
        long question = ASKER.asks();
        String other = "ziel-" + UUID.randomUUID().toString().substring(0, 8);
        Person.ADMIN
                .post(
                        "/categories",
                        Map.of(
                                "slug",
                                other,
                                "icon",
                                "wifi",
                                "nameDe",
                                "Ziel",
                                "nameEn",
                                "Target",
                                "descriptionDe",
                                "Nur zum Prüfen",
                                "descriptionEn",
                                "For tests only"))
                .is(201);
        MODERATOR
                .put(
                        "/questions/" + question + "/category",
                        Map.of("category", other, "reason", "nur für das Protokoll"))
                .is(204);
        assertThat(revisions("/questions/" + question))
                .extracting(one -> one.get("category").getAsString())
                .containsExactly(other, Person.CATEGORY);
        assertThat(VISITOR.get("/questions/" + question + "/revisions")
                        .response()
                        .body())
                .doesNotContain("nur für das Protokoll");
    }

    @Test
    void ofManyAtOnceOneEditsAndNothingIsLost() throws Exception {
        long answer = HELPER.answers(ASKER.asks());
        String seen = HELPER.get("/answers/" + answer).header("ETag");
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<CompletableFuture<Reply>> edits = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> HELPER.patch(
                                    "/answers/" + answer,
                                    Map.of("body", "Starte den Router neu, Versuch " + i, "reason", "Versuch " + i),
                                    "If-Match",
                                    seen),
                            pool))
                    .toList();
            List<Integer> statuses =
                    edits.stream().map(edit -> edit.join().status()).sorted().toList();
            assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412);
        } finally {
            pool.shutdown();
            assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        List<JsonObject> revisions = revisions("/answers/" + answer);
        assertThat(revisions).hasSize(2);
        assertThat(revisions.get(0).get("body").getAsString())
                .isEqualTo(VISITOR.get("/answers/" + answer).json().get("body").getAsString());
    }

    @Test
    void theHistoryOfWhatIsHiddenIsForModerators() {
        String secret = "geheimfach" + UUID.randomUUID().toString().substring(0, 6);
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        edits(
                        HELPER,
                        "/answers/" + answer,
                        Map.of("body", "Der Schlüssel liegt im " + secret + ".", "reason", "genauer"))
                .is(200);
        BlindBrowser visitor = new BlindBrowser(TestStack.get().url());
        assertThat(visitor.get("/answers/" + answer + "/revisions").body()).contains(secret);

        MODERATOR
                .put("/answers/" + answer + "/hidden", Map.of("reason", "Das gehört nicht hierher"))
                .is(204);
        VISITOR.get("/answers/" + answer + "/revisions").isRefused(404, "question.unknown_answer");
        HELPER.get("/answers/" + answer + "/revisions").isRefused(404, "question.unknown_answer");
        Patience.awaitThat(
                () -> visitor.get("/answers/" + answer + "/revisions").status(), 410);
        assertThat(visitor.get("/answers/" + answer + "/revisions").body()).doesNotContain(secret);
        assertThat(revisions(MODERATOR, "/answers/" + answer)).hasSize(2);

        MODERATOR
                .put("/questions/" + question + "/hidden", Map.of("reason", "Das gehört nicht hierher"))
                .is(204);
        VISITOR.get("/questions/" + question + "/revisions").isRefused(404, "question.unknown");
        assertThat(visitor.get("/questions/" + question + "/revisions").status())
                .isEqualTo(410);
        assertThat(visitor.get("/questions/9999999/revisions").status()).isEqualTo(404);
    }

    @Test
    void theSharedHistoryIsNeverOld() {
        long question = ASKER.asks();
        HELPER.answers(question);
        BlindBrowser visitor = new BlindBrowser(TestStack.get().url());
        String path = "/questions/" + question + "/revisions";
        assertThat(visitor.get(path).body()).contains("Noch nie bearbeitet");
        edits(ASKER, "/questions/" + question, Map.of("body", Person.BODY + " Nachgetragen <b>fett</b>."))
                .is(200);
        Patience.awaitThat(() -> visitor.get(path).body().contains("Nachgetragen &lt;b&gt;fett"), true);
        long views =
                VISITOR.get("/questions/" + question).json().get("viewCount").getAsLong();
        assertThat(views).as("a look at the history is no view of the thread").isZero();
    }

    @Test
    void aPageThatComesSecondShowsBothAndKeepsWhatWasTyped() {
        long question = ASKER.asks();
        BlindBrowser browser = new BlindBrowser(TestStack.get().url());
        BlindBrowser.Page form = browser.login("asker@example.org", PASSWORD, "/questions/" + question + "/edit");
        edits(
                        MODERATOR,
                        "/questions/" + question,
                        Map.of("title", "Router verliert alle zehn Minuten das WLAN", "reason", "Titel sagt mehr"))
                .is(200);

        Map<String, String> typed = Map.of(
                "title", "Mein Router verliert im Keller das WLAN",
                "category", Person.CATEGORY,
                "tags", "wlan, router",
                "body", Person.BODY + " Im Keller, im Erdgeschoss nicht.",
                "reason", "Keller nachgetragen");
        BlindBrowser.Page refused = browser.post(path(form.address()), sent(form, typed), SAME_ORIGIN);
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.body())
                .contains("Zwei Fassungen zur gleichen Zeit", "Im Keller, im Erdgeschoss nicht.", "Keller nachgetragen")
                .contains("<del>", "<ins>", "Router verliert alle zehn Minuten das WLAN");
        BlindBrowser.Page saved = browser.post(path(form.address()), sent(refused, typed), SAME_ORIGIN);
        assertThat(saved.status()).isEqualTo(302);
        assertThat(revisions("/questions/" + question))
                .extracting(one -> one.get("title").getAsString())
                .startsWith("Mein Router verliert im Keller das WLAN", "Router verliert alle zehn Minuten das WLAN")
                .hasSize(3);
    }

    @Test
    void aModeratorGoesBackToAnOlderRevision() {
        long answer = HELPER.answers(ASKER.asks());
        String first = VISITOR.get("/answers/" + answer).json().get("body").getAsString();
        edits(
                        HELPER,
                        "/answers/" + answer,
                        Map.of("body", "Kauft alle meinen Wunderverstärker.", "reason", "besser so"))
                .is(200);
        BlindBrowser browser = new BlindBrowser(TestStack.get().url());
        BlindBrowser.Page history =
                browser.login("moderator@example.org", PASSWORD, "/answers/" + answer + "/revisions");
        String link = "/answers/" + answer + "/edit?revision=1";
        assertThat(history.body()).contains("href=\"" + link + "\"").doesNotContain("edit?revision=2");
        BlindBrowser.Page form = browser.get(link);
        assertThat(form.body()).contains(first, "Fassung 1 wiederhergestellt");
        assertThat(browser.post(
                                link,
                                sent(form, Map.of("body", first, "reason", "Fassung 1 wiederhergestellt")),
                                SAME_ORIGIN)
                        .status())
                .isEqualTo(302);
        List<JsonObject> revisions = revisions("/answers/" + answer);
        assertThat(revisions).extracting(one -> one.get("number").getAsInt()).containsExactly(3, 2, 1);
        assertThat(revisions.get(0).get("body").getAsString()).isEqualTo(first);
        assertThat(new BlindBrowser(TestStack.get().url())
                        .get("/answers/" + answer + "/revisions")
                        .body())
                .doesNotContain("?revision=");
    }

    private static Reply edits(Person person, String path, Map<String, ?> change) {
        return person.patch(path, change, "If-Match", person.get(path).header("ETag"));
    }

    private static List<JsonObject> revisions(String path) {
        return revisions(VISITOR, path);
    }

    private static List<JsonObject> revisions(Person person, String path) {
        return person.get(path + "/revisions").is(200).items().asList().stream()
                .map(one -> one.getAsJsonObject())
                .toList();
    }

    private static Map<String, String> sent(BlindBrowser.Page page, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>();
        Jsoup.parse(page.body())
                .select("form#edit input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        fields.putAll(typed);
        fields.put("save", "save");
        return fields;
    }

    private static String path(URI address) {
        return address.getPath();
    }
}
