package hilft.web.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hilft.stack.BlindBrowser;
import hilft.stack.TestStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.EXPERT;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MODERATOR;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** What is being written is kept for its author alone, and two windows never overwrite each other. */
class DraftingIT {

    private static final String[] SAME_ORIGIN = {"Sec-Fetch-Site", "same-origin"};

    @AfterEach
    void nothingStays() throws SQLException {
        sql("delete from draft where member_id = (select id from member where email = 'expert@example.org')");
    }

    @Test
    void aDraftIsSavedAgainAndAgainAndReadByItsAuthorAlone() {
        String place = "answer-" + ASKER.asks();
        JsonObject first = save(place, "erste", 0, 0, "Starte").json();
        JsonObject second = save(place, "erste", id(first), version(first), "Starte den Router")
                .json();
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(second.get("setAside").isJsonNull()).isTrue();
        String path = "/me/drafts/" + id(first);
        assertThat(EXPERT.get(path).is(200).json().get("body").getAsString()).isEqualTo("Starte den Router");
        assertThat(EXPERT.get("/me/drafts?place=" + place).items()).hasSize(1);
        assertThat(EXPERT.get("/me/drafts?place=ask").items()).isEmpty();

        VISITOR.get("/me/drafts").isRefused(401, "api.signed_out");
        HELPER.get(path).isRefused(404, "draft.unknown");
        MODERATOR.get(path).isRefused(404, "draft.unknown");
        HELPER.delete(path, null).is(204);
        EXPERT.get(path).is(200);
        EXPERT.delete(path, null).is(204);
        EXPERT.delete(path, null).is(204);
        EXPERT.get(path).isRefused(404, "draft.unknown");
    }

    @Test
    void theWindowThatWritesLastHasThePlaceAndNothingIsLost() {
        String place = "answer-" + ASKER.asks();
        JsonObject first = save(place, "erste", 0, 0, "Aus dem ersten Fenster").json();
        JsonObject other =
                save(place, "zweite", 0, 0, "Aus dem zweiten Fenster").json();
        assertThat(other.get("setAside").getAsLong()).isEqualTo(id(first));
        assertThat(other.get("place").getAsString()).isEqualTo(place);

        JsonObject goesOn = save(place, "erste", id(first), version(first), "Weiter im ersten")
                .json();
        assertThat(id(goesOn)).isEqualTo(id(first));
        assertThat(goesOn.get("place").getAsString()).isEqualTo(place + "~" + id(first));
        assertThat(goesOn.get("setAside").isJsonNull()).isTrue();
        assertThat(bodies(place)).containsExactlyInAnyOrder("Aus dem zweiten Fenster", "Weiter im ersten");
    }

    @Test
    void whoReadAnEarlierTextDoesNotOverwriteTheLaterOne() {
        String place = "answer-" + ASKER.asks();
        JsonObject first = save(place, "erste", 0, 0, "Eins").json();
        save(place, "erste", id(first), version(first), "Eins und zwei").is(201);
        JsonObject late = save(place, "zweite", id(first), version(first), "Eins und drei")
                .json();
        assertThat(id(late)).isNotEqualTo(id(first));
        assertThat(late.get("setAside").getAsLong()).isEqualTo(id(first));
        assertThat(bodies(place)).containsExactlyInAnyOrder("Eins und zwei", "Eins und drei");
    }

    @Test
    void theSameSavedTwiceAtOnceIsOneDraft() {
        String place = "answer-" + ASKER.asks();
        EXPERT.token();
        CompletableFuture<?>[] saves = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.runAsync(
                        () -> save(place, "erste", 0, 0, "Derselbe Text").is(201)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(saves).join();
        assertThat(EXPERT.get("/me/drafts").items()).hasSize(1);
    }

    @Test
    void whatIsTakenBackIsADraftAgainAndNobodySeesIt() {
        BlindBrowser ela = new BlindBrowser(TestStack.get().url());
        ela.login("expert@example.org", "hilft-demo", "/");
        long question = EXPERT.asks();
        assertThat(ela.get("/withdraw/question/" + question).body())
                .as("asked once more")
                .contains("Deinen Text behältst du als Entwurf.", "action=\"/forms/undo/question/" + question + "\"");
        BlindBrowser.Page ask = ela.follow(ela.post("/forms/undo/question/" + question, Map.of(), SAME_ORIGIN));
        assertThat(ask.address().getPath()).isEqualTo("/ask");
        assertThat(ask.body()).contains(Person.BODY + "</textarea>", "Zurückgenommen. Dein Text steht wieder hier.");
        VISITOR.get("/questions/" + question).isRefused(404, "question.unknown");

        long other = ASKER.asks();
        assertThat(ela.get("/withdraw/question/" + other).status())
                .as("somebody else's")
                .isEqualTo(403);
        long answer = EXPERT.answers(other);
        BlindBrowser.Page thread = ela.follow(ela.post("/forms/undo/answer/" + answer, Map.of(), SAME_ORIGIN));
        assertThat(thread.address().getPath()).startsWith("/questions/" + other + "/");
        assertThat(thread.body()).contains("Starte den Router neu und nimm Kanal 11.</textarea>");
        VISITOR.get("/answers/" + answer).isRefused(404, "question.unknown_answer");

        String remark = "Steht etwas im Protokoll des Routers?";
        long comment = EXPERT.post("/questions/" + other + "/comments", Map.of("body", remark))
                .is(201)
                .id();
        BlindBrowser.Page comments = ela.follow(ela.post("/forms/undo/comment/" + comment, Map.of(), SAME_ORIGIN));
        assertThat(comments.address().getPath()).isEqualTo("/questions/" + other + "/comments");
        assertThat(comments.body()).contains(remark + "</textarea>");
        VISITOR.get("/comments/" + comment).isRefused(404, "comment.unknown");
        assertThat(ASKER.get("/me/notifications?limit=20").response().body()).doesNotContain(remark);
        assertThat(EXPERT.get("/me/drafts").items()).hasSize(3);
    }

    @Test
    void whoComesTooLateToTakeItBackIsToldSo() {
        BlindBrowser ela = new BlindBrowser(TestStack.get().url());
        ela.login("expert@example.org", "hilft-demo", "/");
        long question = ASKER.asks();
        long answer = EXPERT.answers(question);
        ASKER.put("/answers/" + answer + "/vote", Map.of("value", 1)).is(204);
        String undo = "/forms/undo/answer/" + answer;
        String[] fromThere = {
            "Sec-Fetch-Site", "same-origin", "Referer", TestStack.get().url() + "/answers/" + answer
        };
        assertThat(ela.follow(ela.post(undo, Map.of(), fromThere)).body())
                .contains("Inzwischen hat jemand darauf reagiert, oder es ist zu lange her.");
        VISITOR.get("/answers/" + answer).is(200);

        long theirs = HELPER.answers(question);
        assertThat(ela.follow(ela.post("/forms/undo/answer/" + theirs, Map.of(), fromThere))
                        .body())
                .contains("Diese Antwort gibt es nicht oder nicht mehr.");
        VISITOR.get("/answers/" + theirs).is(200);
        assertThat(EXPERT.get("/me/drafts").items()).as("nothing is left of it").isEmpty();
    }

    @Test
    void badDraftsAreRefused() {
        for (String place : Set.of("", "answer-x", "comment-comment-1", "ask~1~1")) {
            assertThat(save(place, "", 0, 0, "Text")
                            .isRefused(422, "draft.invalid")
                            .errors())
                    .containsExactly("place: draft.place_unknown");
        }
        assertThat(save("ask", "", 0, 0, "x".repeat(40_001))
                        .isRefused(422, "draft.invalid")
                        .errors())
                .containsExactly("body: draft.too_long");
        EXPERT.post("/me/drafts", Map.of("place", "ask", "version", "drei")).is(400);
    }

    @Test
    void aMemberHasAHundredDrafts() throws SQLException {
        EXPERT.get("/me").is(200);
        sql("insert into draft (id, member_id, place, writer, title, category, tags, reason, body, saved_at, version)"
                + " select 2000000000 + seq, id, concat('answer-', seq), '', '', '', '', '', 'Text', utc_timestamp(6), 1"
                + " from seq_1_to_99, member where email = 'expert@example.org'");
        save("answer-100", "", 0, 0, "Nummer 100").is(201);
        save("answer-101", "", 0, 0, "Eine zu viel").isRefused(409, "draft.too_many");
        JsonObject one = EXPERT.get("/me/drafts?place=answer-7").items().get(0).getAsJsonObject();
        save("answer-7", "", id(one), version(one), "Was da ist, wird weiter gesichert")
                .is(201);
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = TestStack.get().database().connect();
                Statement run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }

    private static Reply save(String place, String writer, long id, long version, String body) {
        return EXPERT.post(
                "/me/drafts", Map.of("place", place, "writer", writer, "id", id, "version", version, "body", body));
    }

    private static Set<String> bodies(String place) {
        return new HashSet<>(
                StreamSupport.stream(EXPERT.get("/me/drafts").is(200).items().spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .filter(one -> one.get("place").getAsString().startsWith(place))
                        .map(one -> one.get("body").getAsString())
                        .toList());
    }

    private static long id(JsonObject draft) {
        return draft.get("id").getAsLong();
    }

    private static long version(JsonObject draft) {
        return draft.get("version").getAsLong();
    }
}
