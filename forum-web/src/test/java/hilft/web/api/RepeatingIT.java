package hilft.web.api;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.EXPERT;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** A request sent again, and a change made on what is no longer there. */
class RepeatingIT {

    @Test
    void theSameRequestWithOneKeyAsksOnce() {
        String key = UUID.randomUUID().toString();
        JsonObject question = Person.aQuestion();
        Reply first = ASKER.post("/questions", question, "Idempotency-Key", key).is(201);
        Reply again = ASKER.post("/questions", question, "Idempotency-Key", key).is(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void anotherBodyWithTheSameKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        ASKER.post("/questions", Person.aQuestion(), "Idempotency-Key", key).is(201);
        ASKER.post("/questions", Person.aQuestion(), "Idempotency-Key", key).isRefused(422, "idempotency.key_reused");
    }

    @Test
    void theKeyIsTheMembersOwn() {
        String key = UUID.randomUUID().toString();
        JsonObject question = Person.aQuestion();
        long asked = ASKER.post("/questions", question, "Idempotency-Key", key)
                .is(201)
                .id();
        assertThat(HELPER.post("/questions", question, "Idempotency-Key", key)
                        .is(201)
                        .id())
                .isNotEqualTo(asked);
    }

    @Test
    void aRefusedRequestDoesNotSpendItsKey() {
        String key = UUID.randomUUID().toString();
        JsonObject question = Person.aQuestion();
        JsonObject wrong = question.deepCopy();
        wrong.addProperty("title", "kurz");
        ASKER.post("/questions", wrong, "Idempotency-Key", key).isRefused(422, "question.invalid");
        ASKER.post("/questions", question, "Idempotency-Key", key).is(201);
    }

    @Test
    void fourAtTheSameMomentAskOnce() {
        String key = UUID.randomUUID().toString();
        JsonObject question = Person.aQuestion();
        ASKER.get("/me").is(200);
        List<CompletableFuture<Reply>> replies = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> ASKER.post("/questions", question, "Idempotency-Key", key)))
                .limit(4)
                .toList();
        assertThat(replies.stream()
                        .map(CompletableFuture::join)
                        .map(reply -> reply.is(201).id())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theSameTextWithAnotherKeyLeadsToWhatIsThere() {
        JsonObject asked = Person.aQuestion();
        long question = ASKER.post("/questions", asked).is(201).id();
        assertThat(ASKER.post("/questions", asked, "Idempotency-Key", "another")
                        .is(201)
                        .id())
                .isEqualTo(question);
        assertThat(HELPER.post("/questions", asked).is(201).id()).isNotEqualTo(question);
        long other = ASKER.asks();

        long answer = HELPER.answers(question);
        assertThat(HELPER.answers(question)).isEqualTo(answer);
        assertThat(EXPERT.answers(question)).isNotEqualTo(answer);
        assertThat(HELPER.answers(other)).isNotEqualTo(answer);
        String shouted = "Starte den ROUTER neu und nimm Kanal 11.";
        assertThat(HELPER.answers(question, shouted)).isNotEqualTo(answer);

        Map<String, String> remark = Map.of("body", "Welcher Kanal ist denn frei?");
        String comments = "/answers/" + answer + "/comments";
        long comment = ASKER.post(comments, remark).is(201).id();
        assertThat(ASKER.post(comments, remark).is(201).id()).isEqualTo(comment);
        ASKER.delete("/comments/" + comment, null).is(204);
        assertThat(ASKER.post(comments, remark).is(201).id())
                .as("what was taken back is written anew")
                .isNotEqualTo(comment);
    }

    @Test
    void fourAtTheSameMomentWithoutAKeyAskOnce() {
        JsonObject question = Person.aQuestion();
        ASKER.get("/me").is(200);
        assertThat(Stream.generate(() -> CompletableFuture.supplyAsync(() -> ASKER.post("/questions", question)))
                        .limit(4)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(reply -> reply.is(201).id())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whoReadBeforeSomebodyElseWroteMustReadAgain() {
        long question = ASKER.asks();
        String seen = ASKER.get("/questions/" + question).header("ETag");
        Map<String, String> change = Map.of("title", "Mein Router verliert immer noch das WLAN");
        ASKER.patch("/questions/" + question, change).isRefused(428, "api.precondition_required");
        ASKER.patch("/questions/" + question, change, "If-Match", seen).is(200);
        ASKER.patch("/questions/" + question, change, "If-Match", seen).isRefused(412, "api.stale");
        HELPER.patch("/questions/" + question, change, "If-Match", "*").isRefused(403, "question.not_author");
        JsonObject read = VISITOR.get("/questions/" + question).json();
        assertThat(read.get("title").getAsString()).isEqualTo(change.get("title"));
        assertThat(read.get("body").getAsString()).isEqualTo(Person.BODY);
    }

    @Test
    void aVoteMakesNoEditStale() {
        long question = ASKER.asks();
        String seen = ASKER.get("/questions/" + question).header("ETag");
        HELPER.put("/questions/" + question + "/vote", Map.of("value", 1)).is(204);
        assertThat(ASKER.get("/questions/" + question).header("ETag")).isNotEqualTo(seen);
        ASKER.patch("/questions/" + question, Map.of("body", Person.BODY + " Danke!"), "If-Match", seen)
                .is(200);
    }

    @Test
    void anAnswerIsEditedByItsAuthor() {
        long answer = HELPER.answers(ASKER.asks());
        String seen = HELPER.get("/answers/" + answer).header("ETag");
        Map<String, String> change = Map.of("body", "Nimm Kanal 6, der ist bei dir frei.");
        ASKER.patch("/answers/" + answer, change, "If-Match", seen).isRefused(403, "question.not_author");
        HELPER.patch("/answers/" + answer, change, "If-Match", seen).is(200);
        HELPER.patch("/answers/" + answer, change, "If-Match", seen).isRefused(412, "api.stale");
    }

    @Test
    void whoHasTheNewestAlreadyGetsNoBody() {
        long question = ASKER.asks();
        String seen = VISITOR.get("/questions/" + question).header("ETag");
        Reply again =
                VISITOR.get("/questions/" + question, "If-None-Match", seen).is(304);
        assertThat(again.response().body()).isEmpty();
    }

    @Test
    void theProfileIsChangedFieldByField() {
        String seen = HELPER.get("/me").header("ETag");
        Reply changed =
                HELPER.patch("/me", Map.of("language", "en"), "If-Match", seen).is(200);
        assertThat(changed.json().get("language").getAsString()).isEqualTo("en");
        HELPER.patch("/me", Map.of("language", "de"), "If-Match", changed.header("ETag"))
                .is(200);
        assertThat(HELPER.patch("/me", Map.of("language", "fr"), "If-Match", "*")
                        .isRefused(422, "member.invalid")
                        .errors())
                .containsExactly("language: member.language_unknown");
        HELPER.patch("/me", Map.of("handle", "a b"), "If-Match", "*").isRefused(422, "member.invalid");
    }
}
