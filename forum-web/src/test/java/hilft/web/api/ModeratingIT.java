package hilft.web.api;

import hilft.web.security.Patience;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.EXPERT;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MODERATOR;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** Members point, moderators decide, and what they hide is gone everywhere. */
class ModeratingIT {

    private static final Map<String, String> REASON = Map.of("reason", "Das gehört nicht hierher");

    @Test
    void aFlagIsRaisedOnceAndSeenByModeratorsOnly() {
        long question = ASKER.asks();
        Map<String, Object> flag =
                Map.of("target", Map.of("type", "question", "id", question), "reason", "spam", "note", "Werbung");
        long id = HELPER.post("/flags", flag).is(201).id();
        HELPER.post("/flags", flag).isRefused(409, "moderation.already_flagged");
        ASKER.post("/flags", flag).isRefused(403, "moderation.own_post");
        VISITOR.get("/flags").isRefused(401, "api.signed_out");
        HELPER.get("/flags").isRefused(403, "moderation.not_moderator");
        assertThat(MODERATOR.get("/flags?limit=100").is(200).ids()).contains(id);

        MODERATOR.put("/flags/" + id + "/dismissal", REASON).is(204);
        assertThat(MODERATOR.get("/flags?limit=100").ids()).doesNotContain(id);
    }

    @Test
    void aHiddenQuestionIsGoneEverywhereAndComesBack() {
        String word = "zwetschgendatschi";
        long question = ASKER.post("/questions", Person.aQuestion("Mein Router riecht nach " + word))
                .is(201)
                .id();
        long answer = HELPER.answers(question);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        Patience.awaitThat(() -> VISITOR.get("/search?q=" + word).ids().contains(question), true);
        MODERATOR.put("/questions/" + question + "/hidden", REASON).is(204);

        for (Person person : List.of(VISITOR, ASKER, HELPER)) {
            person.get("/questions/" + question).isRefused(404, "question.unknown");
            person.get("/questions/" + question + "/answers").isRefused(404, "question.unknown");
            person.get("/answers/" + answer).isRefused(404, "question.unknown_answer");
            assertThat(person.get("/questions?limit=100").ids()).doesNotContain(question);
            assertThat(person.get("/search?q=" + word).ids()).isEmpty();
            assertThat(person.get("/similar?text=" + word).ids()).doesNotContain(question);
        }
        String handle = HELPER.get("/me").json().get("handle").getAsString();
        assertThat(VISITOR.get("/members/" + handle + "/reputation").response().body())
                .doesNotContain(word);
        assertThat(HELPER.get("/me/notifications?limit=100").response().body()).doesNotContain(word);
        assertThat(ASKER.get("/me/notifications?limit=100").response().body()).doesNotContain(word);
        HELPER.put("/questions/" + question + "/vote", Map.of("value", 1)).isRefused(404, "question.unknown");
        HELPER.put("/questions/" + question + "/me-too", null).isRefused(404, "question.unknown");
        HELPER.put("/questions/" + question + "/subscription", null).isRefused(404, "question.unknown");
        EXPERT.post("/questions/" + question + "/answers", Map.of("body", Person.BODY))
                .isRefused(404, "question.unknown");
        assertThat(MODERATOR.get("/questions/" + question).json().get("hidden").getAsBoolean())
                .isTrue();

        MODERATOR.delete("/questions/" + question + "/hidden", REASON).is(204);
        Patience.awaitThat(() -> VISITOR.get("/search?q=" + word).ids().contains(question), true);
    }

    @Test
    void aHiddenSolutionSolvesNothing() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        long before = HELPER.points();
        MODERATOR.put("/answers/" + answer + "/hidden", REASON).is(204);
        assertThat(VISITOR.get("/questions/" + question).json().get("solved").getAsBoolean())
                .isFalse();
        assertThat(VISITOR.get("/questions/" + question + "/answers").ids()).isEmpty();
        assertThat(before - HELPER.points()).isEqualTo(15);
    }

    @Test
    void aClosedThreadTakesNothingMoreUntilItIsOpened() {
        long question = ASKER.asks();
        MODERATOR.put("/questions/" + question + "/lock", REASON).is(204);
        HELPER.post("/questions/" + question + "/answers", Map.of("body", Person.BODY))
                .isRefused(409, "question.locked");
        HELPER.put("/questions/" + question + "/vote", Map.of("value", 1)).isRefused(409, "vote.locked");
        MODERATOR.delete("/questions/" + question + "/lock", REASON).is(204);
        HELPER.answers(question);
    }

    @Test
    void aDecisionMadeTwiceIsOneLineOfTheLog() {
        long question = ASKER.asks();
        MODERATOR.put("/questions/" + question + "/lock", REASON).is(204);
        MODERATOR.put("/questions/" + question + "/lock", REASON).is(204);
        MODERATOR.put("/questions/" + question + "/hidden", REASON).is(204);
        MODERATOR.put("/questions/" + question + "/hidden", REASON).is(204);
        Reply log = MODERATOR.get("/moderation-log?question=" + question).is(200);
        assertThat(log.items()).hasSize(2);
        assertThat(log.items().get(0).getAsJsonObject().get("action").getAsString())
                .isEqualTo("hide");
        assertThat(log.items().get(1).getAsJsonObject().get("action").getAsString())
                .isEqualTo("lock");
        ASKER.get("/moderation-log").isRefused(403, "moderation.not_moderator");
    }

    @Test
    void onlyModeratorsDecideAndNeverWithoutAReason() {
        long question = ASKER.asks();
        for (String decision : new String[] {"hidden", "lock", "category"}) {
            HELPER.put("/questions/" + question + "/" + decision, REASON).isRefused(403, "moderation.not_moderator");
            assertThat(MODERATOR
                            .put("/questions/" + question + "/" + decision, Map.of())
                            .isRefused(422, "moderation.invalid")
                            .errors())
                    .containsExactly("reason: moderation.reason_length");
        }
    }
}
