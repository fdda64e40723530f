package hilft.web.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hilft.stack.BlindBrowser;
import hilft.stack.TestStack;
import hilft.web.security.Patience;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.EXPERT;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MODERATOR;
import static hilft.web.api.Person.STAFF;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** The story of the forum, told over the API. */
class AskingAndAnsweringIT {

    @Test
    void aQuestionIsThereForEverybodyAtOnce() {
        Reply asked = ASKER.post("/questions", Person.aQuestion()).is(201);
        assertThat(asked.header("Location")).endsWith("/api/v1/questions/" + asked.id());

        JsonObject read = VISITOR.get("/questions/" + asked.id()).is(200).json();
        assertThat(read.get("bodyHtml").getAsString()).isEqualTo("<p>" + Person.BODY + "</p>");
        assertThat(read.get("category").getAsString()).isEqualTo(Person.CATEGORY);
        assertThat(read.getAsJsonObject("author").keySet())
                .containsExactlyInAnyOrder("handle", "displayName", "roles", "points");
        assertThat(read.get("askedAt").getAsString()).endsWith("Z");
        assertThat(VISITOR.get("/questions?tag=wlan&category=" + Person.CATEGORY)
                        .ids())
                .contains(asked.id());
        assertThat(VISITOR.get("/questions?state=unanswered").ids()).contains(asked.id());
    }

    @Test
    void listsGoOnWhereTheyEnded() {
        long first = ASKER.asks();
        long second = ASKER.asks();
        for (String sort : new String[] {"latest", "votes", "hot"}) {
            Reply page = VISITOR.get("/questions?limit=1&sort=" + sort).is(200);
            assertThat(page.ids()).hasSize(1);
            String next = page.json().get("next").getAsString();
            assertThat(VISITOR.get("/questions?limit=100&sort=" + sort + "&after=" + next)
                            .ids())
                    .doesNotContainAnyElementsOf(page.ids());
        }
        assertThat(VISITOR.get("/questions?limit=2").ids()).containsExactly(second, first);
    }

    @Test
    void theAskerCallsFurtherAnswersHelpfulAndNobodyElseDoes() {
        long question = ASKER.asks();
        long one = HELPER.answers(question);
        long other = EXPERT.answers(question);
        long own = ASKER.answers(question);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", one))
                .is(204);

        HELPER.put("/answers/" + other + "/helpful", null).is(403);
        VISITOR.call("PUT", "/answers/" + other + "/helpful", null, "Sec-Fetch-Site", "same-origin")
                .is(401);
        ASKER.put("/answers/" + own + "/helpful", null).is(403);
        ASKER.put("/answers/999999999/helpful", null).is(404);
        ASKER.put("/answers/" + other + "/helpful", null).is(204);
        ASKER.put("/answers/" + other + "/helpful", null).is(204);
        assertThat(VISITOR.get("/answers/" + other).json().get("helpful").getAsBoolean())
                .isTrue();
        assertThat(EXPERT.get("/me/notifications?limit=100").items())
                .map(JsonElement::getAsJsonObject)
                .filteredOn(news -> news.get("kind").getAsString().equals("answer_helpful"))
                .filteredOn(news -> news.get("questionId").getAsLong() == question)
                .hasSize(1);

        ASKER.delete("/answers/" + other + "/helpful", null).is(204);
        ASKER.delete("/answers/" + other + "/helpful", null).is(204);
        ASKER.put("/answers/" + one + "/helpful", null).is(204);
        assertThat(VISITOR.get("/answers/" + other).json().get("helpful").getAsBoolean())
                .isFalse();
        assertThat(VISITOR.get("/answers/" + one).json().get("helpful").getAsBoolean())
                .as("the solution is called that")
                .isFalse();
    }

    @Test
    void answersComeInTheOrderAskedForWithTheSolutionFirst() {
        long question = ASKER.asks();
        long first = HELPER.answers(question);
        long second = EXPERT.answers(question);
        long third = STAFF.answers(question);
        ASKER.put("/answers/" + third + "/vote", Map.of("value", 1)).is(204);
        String answers = "/questions/" + question + "/answers";
        assertThat(VISITOR.get(answers).ids()).containsExactly(third, first, second);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", second))
                .is(204);
        assertThat(VISITOR.get(answers + "?sort=votes").ids()).containsExactly(second, third, first);
        assertThat(VISITOR.get(answers + "?sort=newest").ids()).containsExactly(second, third, first);
        assertThat(VISITOR.get(answers + "?sort=oldest").ids()).containsExactly(second, first, third);
        Reply page = VISITOR.get(answers + "?sort=oldest&limit=1");
        assertThat(page.ids()).containsExactly(second);
        String next = page.json().get("next").getAsString();
        assertThat(VISITOR.get(answers + "?sort=oldest&after=" + next).ids()).containsExactly(first, third);
        VISITOR.get(answers + "?sort=best").is(400);
        assertThat(shown(question, "votes"))
                .containsExactly("answer-" + second, "answer-" + third, "answer-" + first, "#solution");
        assertThat(shown(question, "oldest"))
                .containsExactly("answer-" + second, "answer-" + first, "#solution", "answer-" + third);
        assertThat(shown(question, "newest"))
                .containsExactly("answer-" + second, "answer-" + third, "#solution", "answer-" + first);
    }

    /** The answers of a thread as its page has them, and where the place of the solution leads. */
    private static List<String> shown(long question, String order) {
        BlindBrowser visitor = new BlindBrowser(TestStack.get().url());
        String thread = visitor.open("/questions/" + question).address().getPath();
        return Jsoup.parse(visitor.open(thread + "?sort=" + order).body())
                .select("article[id^=answer-], .solution-place a")
                .stream()
                .map(part -> part.id().isEmpty() ? part.attr("href") : part.id())
                .toList();
    }

    @Test
    void theAskerTakesASolutionChangesTheirMindAndIsThankedOnce() {
        long question = ASKER.asks();
        long one = HELPER.answers(question);
        long other = EXPERT.answers(question);
        long helped = HELPER.points();
        long expert = EXPERT.points();
        long asker = ASKER.points();

        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", one))
                .is(204);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", one))
                .is(204);
        assertThat(HELPER.points() - helped).isEqualTo(15);
        assertThat(ASKER.points() - asker).isBetween(0L, 2L);

        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", other))
                .is(204);
        assertThat(HELPER.points()).isEqualTo(helped);
        assertThat(EXPERT.points() - expert).isEqualTo(15);
        assertThat(VISITOR.get("/questions/" + question + "/answers").ids()).containsExactly(other, one);

        ASKER.delete("/questions/" + question + "/accepted-answer", null).is(204);
        ASKER.delete("/questions/" + question + "/accepted-answer", null).is(204);
        assertThat(EXPERT.points()).isEqualTo(expert);
        assertThat(ASKER.points()).isEqualTo(asker);
    }

    @Test
    void aStrangerAcceptsNothing() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        HELPER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .isRefused(403, "question.not_asker");
    }

    @Test
    void ownSolutionsEarnNothing() {
        long question = ASKER.asks();
        long answer = ASKER.answers(question);
        long before = ASKER.points();
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        assertThat(ASKER.points()).isEqualTo(before);
    }

    @Test
    void aVoteCountsOnceAndCanBeTurnedAndTakenBack() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        String vote = "/answers/" + answer + "/vote";
        EXPERT.put(vote, Map.of("value", 1)).is(204);
        EXPERT.put(vote, Map.of("value", 1)).is(204);
        assertThat(score(answer)).isEqualTo(1);
        EXPERT.put(vote, Map.of("value", -1)).is(204);
        assertThat(score(answer)).isEqualTo(-1);
        EXPERT.delete(vote, null).is(204);
        EXPERT.delete(vote, null).is(204);
        assertThat(score(answer)).isZero();
        HELPER.put("/questions/" + question + "/vote", Map.of("value", 1)).is(204);
        assertThat(HELPER.get("/questions/" + question)
                        .json()
                        .getAsJsonObject("you")
                        .get("vote")
                        .getAsInt())
                .isEqualTo(1);
    }

    private static int score(long answer) {
        return VISITOR.get("/answers/" + answer).json().get("score").getAsInt();
    }

    @Test
    void nobodyVotesOnTheirOwnPost() {
        long question = ASKER.asks();
        ASKER.put("/questions/" + question + "/vote", Map.of("value", 1)).isRefused(403, "vote.own_post");
    }

    @Test
    void anAnswerOfStaffIsOfficial() {
        long question = ASKER.asks();
        STAFF.answers(question);
        assertThat(VISITOR.get("/questions/" + question)
                        .json()
                        .get("officialAnswer")
                        .getAsBoolean())
                .isTrue();
    }

    @Test
    void theAskerIsToldOfAnAnswerUntilTheyHaveReadIt() {
        long question = ASKER.asks();
        HELPER.answers(question);
        Reply news = ASKER.get("/me/notifications?limit=1").is(200);
        JsonObject latest = news.items().get(0).getAsJsonObject();
        assertThat(latest.get("kind").getAsString()).isEqualTo("answer_written");
        assertThat(latest.get("questionId").getAsLong()).isEqualTo(question);
        ASKER.put("/me/notifications/" + latest.get("id").getAsLong() + "/read", null)
                .is(204);
        assertThat(ASKER.get("/me/notifications?limit=1")
                        .items()
                        .get(0)
                        .getAsJsonObject()
                        .get("read")
                        .getAsBoolean())
                .isTrue();
    }

    @Test
    void meTooAndFollowingAreSaidOnceAndTakenBack() {
        long question = ASKER.asks();
        for (String fact : new String[] {"me-too", "subscription"}) {
            HELPER.put("/questions/" + question + "/" + fact, null).is(204);
            HELPER.put("/questions/" + question + "/" + fact, null).is(204);
        }
        assertThat(VISITOR.get("/questions/" + question)
                        .json()
                        .get("meTooCount")
                        .getAsInt())
                .isEqualTo(1);
        assertThat(HELPER.get("/questions/" + question)
                        .json()
                        .getAsJsonObject("you")
                        .get("subscribed")
                        .getAsBoolean())
                .isTrue();
        HELPER.delete("/questions/" + question + "/me-too", null).is(204);
        assertThat(VISITOR.get("/questions/" + question)
                        .json()
                        .get("meTooCount")
                        .getAsInt())
                .isZero();
    }

    @Test
    void whoWasAskedWhetherASolutionStillWorksSaysSoInTheListOfNews() throws SQLException {
        long question = ASKER.asks();
        long answer = EXPERT.answers(question);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        sql("insert into solution_check (answer_id, member_id, question_id, asked_at)"
                + " select %d, id, %d, utc_timestamp(6) from member where email = 'helper@example.org'"
                        .formatted(answer, question));
        sql("insert into notification (id, member_id, kind, question_id, answer_id, created_at)"
                + " select next value for notification_seq, id, 'SOLUTION_CHECK', %d, %d, utc_timestamp(6) from member where email = 'helper@example.org'"
                        .formatted(question, answer));
        BlindBrowser henri = new BlindBrowser(TestStack.get().url());
        String form = "form[action=/forms/answers/" + answer + "/check]";
        Document news = Jsoup.parse(henri.login("helper@example.org", "hilft-demo", "/notifications")
                .body());
        assertThat(news.select(".bells " + form + " button").eachText())
                .containsExactly("Ja, funktioniert noch", "Nein, nicht mehr");

        Document after = Jsoup.parse(henri.follow(henri.post(
                        "/forms/answers/" + answer + "/check",
                        Map.of("works", "false", "returnTo", "/notifications"),
                        "Sec-Fetch-Site",
                        "same-origin"))
                .body());
        assertThat(after.select(form)).isEmpty();
        assertThat(after.text()).contains("deine Rückmeldung zählt bei der Lösung mit");
        assertThat(Jsoup.parse(henri.open("/answers/" + answer).body())
                        .select("#answer-" + answer + " .post-valid")
                        .text())
                .contains("1 Mal: funktioniert nicht mehr");
    }

    @Test
    void aThreadSolvedLongAgoProposesAQuestionOfOnesOwn() throws SQLException {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        sql("update question set last_activity_at = last_activity_at - interval 366 day where id = " + question);
        BlindBrowser ela = new BlindBrowser(TestStack.get().url());
        Document thread = Jsoup.parse(ela.login("expert@example.org", "hilft-demo", "/questions/" + question)
                .body());
        assertThat(thread.select("#answer-form details.answer-anyway form textarea"))
                .hasSize(1);
        Document ask = Jsoup.parse(
                ela.open(thread.select("#answer-form .notice a[href^=/ask]").attr("href"))
                        .body());
        assertThat(ask.select("#title").val()).isEqualTo(thread.select("h1").text());
        assertThat(ask.select("#body").text()).contains("/questions/" + question);
        assertThat(ask.select("#category option[selected]").val()).isEqualTo(Person.CATEGORY);
    }

    @Test
    void listsMarkWhatOthersWroteSinceTheVisitBeforeUntilItIsRead() throws SQLException {
        String tag = "besuch-" + System.nanoTime();
        long before = asksWith(ASKER, tag);
        BlindBrowser ela = new BlindBrowser(TestStack.get().url());
        ela.login("expert@example.org", "hilft-demo", "/questions");
        sql("update question set last_activity_at = last_activity_at - interval 3 hour,"
                + " asked_at = asked_at - interval 3 hour where id = " + before);
        sql("update member set visited_at = visited_at - interval 2 hour where email = 'expert@example.org'");
        long after = asksWith(ASKER, tag);
        long own = asksWith(EXPERT, tag);
        String list = "/tags/" + tag;
        assertThat(marked(ela, list)).containsExactly(after);
        assertThat(Jsoup.parse(ela.open(list).body()).select(".row")).hasSize(3);
        Patience.awaitThat(() -> marked(ela, "/").contains(after), true);
        assertThat(Jsoup.parse(new BlindBrowser(TestStack.get().url()).open("/").body())
                        .select(".row-fresh"))
                .as("to somebody signed out nothing is new")
                .isEmpty();

        EXPERT.answers(before);
        assertThat(marked(ela, list)).as("one's own answer is no news").containsExactly(after);
        ela.open("/questions/" + after);
        assertThat(marked(ela, list)).as("a thread just read").isEmpty();
        HELPER.answers(after);
        HELPER.answers(own);
        assertThat(marked(ela, list)).as("somebody else went on").containsExactlyInAnyOrder(after, own);
        EXPERT.put("/me/blocks/" + handle(HELPER), null).is(204);
        try {
            assertThat(marked(ela, list)).as("not by whom they want to hear of").isEmpty();
        } finally {
            EXPERT.delete("/me/blocks/" + handle(HELPER), null).is(204);
        }
    }

    private static String handle(Person person) {
        return person.get("/me").json().get("handle").getAsString();
    }

    /** The ids of the threads that the list calls new. */
    private static List<Long> marked(BlindBrowser reader, String list) {
        return Jsoup.parse(reader.open(list).body()).select(".row:has(.row-fresh) .row-title a").stream()
                .map(link -> Long.valueOf(link.attr("href").split("/")[2]))
                .sorted()
                .toList();
    }

    @Test
    void whoeverHasReadAnAnswerIsNotToldOfItAfterwards() throws SQLException {
        long question = ASKER.asks();
        HELPER.answers(question);
        untold(question);
        BlindBrowser anna = new BlindBrowser(TestStack.get().url());
        anna.login("asker@example.org", "hilft-demo", "/questions/" + question);
        EXPERT.answers(question);
        untold(question);
        ASKER.put("/me/notifications/read", null).is(204);
        sqlOfSome("update notification set told_at = created_at where question_id = " + question);
        assertThat(ASKER.get("/me/notifications?limit=2").items().asList().stream()
                        .map(news -> news.getAsJsonObject().get("read").getAsBoolean()))
                .as("the latest was not there yet, and who marks all marks what they were told")
                .containsExactly(false, true);
    }

    /** As in the seconds in which its author may take it back. */
    private static void untold(long question) throws SQLException {
        sqlOfSome("update notification set told_at = created_at + interval 1 hour where question_id = " + question);
    }

    private static long asksWith(Person person, String tag) {
        JsonObject question = Person.aQuestion();
        JsonArray tags = new JsonArray();
        tags.add(tag);
        question.add("tags", tags);
        return person.post("/questions", question).is(201).id();
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = TestStack.get().database().connect();
                Statement run = connection.createStatement()) {
            assertThat(run.executeUpdate(statement)).isEqualTo(1);
        }
    }

    private static void sqlOfSome(String statement) throws SQLException {
        try (Connection connection = TestStack.get().database().connect();
                Statement run = connection.createStatement()) {
            assertThat(run.executeUpdate(statement)).isPositive();
        }
    }

    @Test
    void anUnansweredQuestionCanBeTakenBack() {
        long question = ASKER.asks();
        ASKER.delete("/questions/" + question, null).is(204);
        VISITOR.get("/questions/" + question).isRefused(404, "question.unknown");
        long answered = ASKER.asks();
        HELPER.answers(answered);
        ASKER.delete("/questions/" + answered, null).isRefused(409, "question.has_answers");
    }

    @Test
    void everyPointHasItsReason() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        String handle = HELPER.get("/me").json().get("handle").getAsString();
        JsonObject latest = VISITOR.get("/members/" + handle + "/reputation?limit=1")
                .is(200)
                .items()
                .get(0)
                .getAsJsonObject();
        assertThat(latest.get("reason").getAsString()).isEqualTo("solution");
        assertThat(latest.getAsJsonObject("question").get("id").getAsLong()).isEqualTo(question);
    }

    @Test
    void theTeamCompetesWithNobody() {
        long question = ASKER.asks();
        long answer = STAFF.answers(question);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        String handle = STAFF.get("/me").json().get("handle").getAsString();
        assertThat(VISITOR.get("/leaderboard?period=all").is(200).response().body())
                .doesNotContain("\"" + handle + "\"");
        assertThat(MODERATOR.get("/leaderboard?period=day").is(200).items()).isNotNull();
    }

    @Test
    void theSearchFindsWhatWasAsked() {
        long question = ASKER.post("/questions", Person.aQuestion("Quittenmarmelade im Kabelschacht gefunden"))
                .is(201)
                .id();
        Patience.awaitThat(() -> VISITOR.get("/search?q=quittenmarmelade").ids().contains(question), true);
        assertThat(VISITOR.get("/similar?text=Quittenmarmelade")
                        .items()
                        .get(0)
                        .getAsJsonObject()
                        .keySet())
                .containsExactlyInAnyOrder("id", "title", "url", "score", "solved", "excerpt", "band");
    }

    @Test
    void thePreviewIsTheServersOwn() {
        JsonObject html = ASKER.post("/text/preview", Map.of("markdown", "**fett** <script>alert(1)</script>"))
                .is(200)
                .json();
        assertThat(html.get("html").getAsString())
                .contains("<strong>fett</strong>")
                .doesNotContain("<script");
    }
}
