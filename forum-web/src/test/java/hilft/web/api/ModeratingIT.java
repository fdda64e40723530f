package hilft.web.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import hilft.stack.BlindBrowser;
import hilft.stack.TestStack;
import hilft.web.security.Patience;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ADMIN;
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
    void whoLooksAfterACategoryDecidesThereAndNowhereElse() {
        String slug = "betreut-" + UUID.randomUUID().toString().substring(0, 8);
        nameModerator(slug);
        JsonObject asked = Person.aQuestion();
        asked.addProperty("category", slug);
        long here = ASKER.post("/questions", asked).is(201).id();
        long there = ASKER.asks();
        long answerHere = HELPER.answers(here);
        long answerThere = HELPER.answers(there);
        long commentHere = comment(answerHere);
        long commentThere = comment(answerThere);
        long flagHere = flag(answerHere);
        long flagThere = flag(answerThere);

        assertThat(EXPERT.get("/flags?limit=100").is(200).ids())
                .contains(flagHere)
                .doesNotContain(flagThere);
        for (String path : List.of(
                "/questions/" + there + "/hidden",
                "/questions/" + there + "/lock",
                "/questions/" + there + "/category",
                "/answers/" + answerThere + "/hidden",
                "/comments/" + commentThere + "/hidden",
                "/flags/" + flagThere + "/dismissal")) {
            EXPERT.put(path, REASON).isRefused(403, "moderation.not_moderator");
        }
        EXPERT.patch("/questions/" + there, Map.of("tags", List.of("wlan"), "reason", "besser so"), "If-Match", "*")
                .isRefused(403, "question.not_author");
        EXPERT.patch("/questions/" + here, Map.of("tags", List.of("wlan"), "reason", "besser so"), "If-Match", "*")
                .is(200);
        EXPERT.put("/flags/" + flagHere + "/dismissal", REASON).is(204);
        EXPERT.put("/questions/" + here + "/lock", REASON).is(204);
        HELPER.post("/questions/" + here + "/answers", Map.of("body", Person.BODY))
                .isRefused(409, "question.locked");
        EXPERT.answers(here, "Hier ist zu, und ich erkläre noch kurz, warum das so ist.");
        EXPERT.delete("/questions/" + here + "/lock", REASON).is(204);

        EXPERT.put("/comments/" + commentHere + "/hidden", REASON).is(204);
        MODERATOR.put("/comments/" + commentThere + "/hidden", REASON).is(204);
        EXPERT.delete("/comments/" + commentThere + "/hidden", REASON).isRefused(403, "moderation.not_moderator");
        assertThat(EXPERT.get("/answers/" + answerHere + "/comments").ids()).containsExactly(commentHere);
        assertThat(EXPERT.get("/answers/" + answerThere + "/comments").ids()).isEmpty();
        EXPERT.get("/comments/" + commentThere).is(404);
        assertThat(HELPER.get("/answers/" + answerHere + "/comments").ids()).isEmpty();

        EXPERT.put("/answers/" + answerHere + "/hidden", REASON).is(204);
        MODERATOR.put("/answers/" + answerThere + "/hidden", REASON).is(204);
        EXPERT.get("/answers/" + answerHere).is(200);
        EXPERT.get("/answers/" + answerThere).isRefused(404, "question.unknown_answer");
        List.of(HELPER, VISITOR)
                .forEach(one -> one.get("/answers/" + answerHere).isRefused(404, "question.unknown_answer"));
        seesAndDecidesOnPages(here, there, answerHere, answerThere, commentHere);

        EXPERT.put("/questions/" + here + "/hidden", REASON).is(204);
        MODERATOR.put("/questions/" + there + "/hidden", REASON).is(204);
        EXPERT.get("/questions/" + here).is(200);
        EXPERT.get("/questions/" + there).isRefused(404, "question.unknown");
        List.of(HELPER, VISITOR).forEach(one -> {
            one.get("/questions/" + here).isRefused(404, "question.unknown");
            assertThat(one.get("/questions?limit=100").ids()).doesNotContain(here);
            assertThat(one.get("/search?q=router&limit=100").ids()).doesNotContain(here);
        });
        assertThat(EXPERT.get("/questions?limit=100").ids()).doesNotContain(here, there);
        assertThat(new BlindBrowser(TestStack.get().url()).get("/feed.atom").body())
                .doesNotContain("/questions/" + here + "/");

        String handle = EXPERT.get("/me").json().get("handle").getAsString();
        Reply log = EXPERT.get("/moderation-log?question=" + here).is(200);
        assertThat(log.items())
                .hasSize(6)
                .allSatisfy(entry -> assertThat(entry.getAsJsonObject()
                                .getAsJsonObject("moderator")
                                .get("handle")
                                .getAsString())
                        .isEqualTo(handle));
        assertThat(EXPERT.get("/moderation-log?question=" + there).is(200).items())
                .isEmpty();
        EXPERT.delete("/questions/" + there + "/hidden", REASON).isRefused(403, "moderation.not_moderator");
        EXPERT.delete("/questions/" + here + "/hidden", REASON).is(204);
        EXPERT.put("/questions/" + here + "/category", Map.of("category", Person.CATEGORY, "reason", "gehört dorthin"))
                .is(204);
        EXPERT.put("/questions/" + here + "/lock", REASON).isRefused(403, "moderation.not_moderator");
        EXPERT.get("/answers/" + answerHere).isRefused(404, "question.unknown_answer");
        MODERATOR
                .put("/questions/" + here + "/category", Map.of("category", slug, "reason", "war doch richtig"))
                .is(204);

        assertThat(EXPERT.get("/me").json().getAsJsonArray("moderates")).containsExactly(new JsonPrimitive(slug));
        BlindBrowser expert = session("expert");
        assertThat(expert.get("/moderation").status()).isEqualTo(200);
        ADMIN.patch("/categories/" + slug, Map.of("moderators", List.of()), "If-Match", "*")
                .is(200);
        EXPERT.put("/questions/" + here + "/lock", REASON).isRefused(403, "moderation.not_moderator");
        EXPERT.get("/flags").isRefused(403, "moderation.not_moderator");
        EXPERT.get("/answers/" + answerHere).isRefused(404, "question.unknown_answer");
        assertThat(expert.get("/moderation").status()).isEqualTo(403);
        assertThat(Jsoup.parse(expert.open("/questions/" + here).body())
                        .select("#answer-" + answerHere + ", a[href^=/moderation]"))
                .isEmpty();
    }

    private static void seesAndDecidesOnPages(
            long here, long there, long answerHere, long answerThere, long commentHere) {
        BlindBrowser expert = session("expert");
        String hidden = "#answer-" + answerHere + ".is-hidden, #comment-" + commentHere + ".is-hidden";
        String deeds = "main a[href^=/moderation/]";
        Document own = Jsoup.parse(expert.open("/questions/" + here).body());
        assertThat(own.select(hidden)).hasSize(2);
        assertThat(own.select(deeds)).hasSizeGreaterThan(4);
        assertThat(own.select(".menu-panel a[href='/moderation']")).hasSize(1);
        Document foreign = Jsoup.parse(expert.open("/questions/" + there).body());
        assertThat(foreign.select(deeds + ", #answer-" + answerThere)).isEmpty();
        for (BlindBrowser other :
                List.of(session("helper"), new BlindBrowser(TestStack.get().url()))) {
            Document page = Jsoup.parse(other.open("/questions/" + here).body());
            assertThat(page.select("#answer-" + answerHere + ", a[href^=/moderation]"))
                    .isEmpty();
            assertThat(other.get("/answers/" + answerHere + "/comments").status())
                    .isEqualTo(410);
        }
        assertThat(Jsoup.parse(expert.open("/answers/" + answerHere + "/comments")
                                .body())
                        .select("#comment-" + commentHere + " a[href^=/moderation/restore]"))
                .hasSize(1);

        String field = "/moderation/restore/answer/";
        assertThat(expert.get(field + answerHere).status()).isEqualTo(200);
        assertThat(expert.get(field + answerThere).status()).isEqualTo(404);
        assertThat(expert.get("/moderation/lock/question/" + there).status()).isEqualTo(403);
        assertThat(expert.get("/moderation/log").status()).isEqualTo(200);
        assertThat(Jsoup.parse(expert.get("/moderation").body()).select("a[href*='" + answerThere + "']"))
                .isEmpty();
        for (String closed : List.of("/admin", "/admin/categories", "/desk/link-outs", "/marketing/events")) {
            assertThat(expert.get(closed).status()).as(closed).isEqualTo(403);
        }
    }

    private static void nameModerator(String slug) {
        String handle = EXPERT.get("/me").is(200).json().get("handle").getAsString();
        ADMIN.post(
                        "/categories",
                        Map.of(
                                "slug", slug,
                                "icon", "wifi",
                                "nameDe", "Betreut",
                                "nameEn", "Looked after",
                                "descriptionDe", "Nur zum Prüfen",
                                "descriptionEn", "For tests only",
                                "moderators", List.of(handle)))
                .is(201);
    }

    private static long comment(long answer) {
        return ASKER.post("/answers/" + answer + "/comments", Map.of("body", "Hält das auch nach einer Woche noch?"))
                .is(201)
                .id();
    }

    private static long flag(long answer) {
        return ASKER.post("/flags", Map.of("target", Map.of("type", "answer", "id", answer), "reason", "wrong"))
                .is(201)
                .id();
    }

    private static BlindBrowser session(String name) {
        BlindBrowser browser = new BlindBrowser(TestStack.get().url());
        browser.login(name + "@example.org", "hilft-demo", "/");
        return browser;
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
