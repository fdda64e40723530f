package hilft.stack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.web.security.Patience;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was accepted survives whatever happens to the processes, and the stack keeps its promises about itself. */
class StackIT {
    private static final String CATEGORY = "stack";

    private static Stack stack;

    @BeforeAll
    static void openACategory() {
        stack = TestStack.get();
        var category = new JsonObject();
        category.addProperty("slug", CATEGORY);
        category.addProperty("icon", "wifi");
        category.addProperty("nameDe", "Stapel");
        category.addProperty("nameEn", "Stack");
        category.addProperty("descriptionDe", "Was einen Absturz übersteht");
        category.addProperty("descriptionEn", "What survives a crash");
        stack.call("POST", "/api/v1/categories", stack.token("admin"), category.toString());
    }

    @Test
    void anAcceptedAnswerSurvivesTheDeathOfTheDatabase() {
        var thread = acceptAnAnswer();
        stack.killAndRestartDatabase();
        assertThat(acceptedAnswer(thread)).isEqualTo(thread.answer());
    }

    /** What was asked last is found although the power failed before it was in the index. */
    @Test
    void membersThreadsAndSearchSurviveTheDeathOfTheForumAndTheNextStart() {
        var thread = acceptAnAnswer();
        var points = points("helper");
        var asked = new ArrayList<Long>();
        var asker = stack.token("asker");
        for (var i = 0; i < 12; i++) {
            var question = question("Stromausfall im Gewächshaus Nummer " + i);
            asked.add(created(stack.call("POST", "/api/v1/questions", asker, question))
                    .get("id")
                    .getAsLong());
        }
        stack.killForum();
        stack.restart();
        assertThat(acceptedAnswer(thread)).isEqualTo(thread.answer());
        assertThat(points("helper")).isEqualTo(points);
        Patience.awaitThat(() -> found("Gew%C3%A4chshaus").containsAll(asked), true);
    }

    @Test
    void theForumLivesInTheTimeItIsTold() {
        var past = Instant.parse("2025-03-01T12:00:00Z");
        stack.travelTo(past);
        try {
            var asked = question("In welchem Jahr frage ich das?");
            var question = created(stack.call("POST", "/api/v1/questions", stack.token("asker"), asked));
            assertThat(Instant.parse(question.get("askedAt").getAsString()))
                    .isBetween(past, past.plus(Duration.ofMinutes(2)));
        } finally {
            stack.returnToPresent();
        }
    }

    @Test
    void theApplicationAccountMayNotChangeTheSchema() {
        var database = stack.database();
        assertThatThrownBy(() -> {
                    try (var connection = java.sql.DriverManager.getConnection(
                                    database.url(), database.user(), database.password());
                            var statement = connection.createStatement()) {
                        statement.execute("drop table question");
                    }
                })
                .hasMessageContaining("denied");
    }

    private static Solved acceptAnAnswer() {
        var asked = question("Übersteht meine Frage einen Stromausfall?");
        var question = created(stack.call("POST", "/api/v1/questions", stack.token("asker"), asked));
        var path = "/api/v1/questions/" + question.get("id").getAsLong();
        var answer = created(stack.call(
                "POST",
                path + "/answers",
                stack.token("helper"),
                "{\"body\": \"Zieh den Stecker, warte eine Minute, steck ihn wieder ein.\"}"));
        var thread = new Solved(path, answer.get("id").getAsLong());
        var accepted = stack.call(
                "PUT", path + "/accepted-answer", stack.token("asker"), "{\"answerId\": " + thread.answer() + "}");
        assertThat(accepted.statusCode()).isEqualTo(204);
        return thread;
    }

    private static String question(String title) {
        var question = new JsonObject();
        question.addProperty("title", title);
        question.addProperty("body", "Der Router blinkt rot, und die Sicherung ist eben geflogen.");
        question.addProperty("category", CATEGORY);
        return question.toString();
    }

    /** Asks until the forum has its connections back, for a minute at most. */
    private static long acceptedAnswer(Solved thread) {
        var deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        var answer = stack.call("GET", thread.path(), null, null);
        while (answer.statusCode() != 200 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            answer = stack.call("GET", thread.path(), null, null);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("acceptedAnswerId").getAsLong();
    }

    /** Nothing while the search is away. */
    private static List<Long> found(String words) {
        var answer = stack.call("GET", "/api/v1/search?limit=100&q=" + words, null, null);
        return answer.statusCode() != 200
                ? List.of()
                : json(answer).getAsJsonArray("items").asList().stream()
                        .map(item -> item.getAsJsonObject().get("id").getAsLong())
                        .toList();
    }

    private static long points(String username) {
        return json(stack.call("GET", "/api/v1/me", stack.token(username), null))
                .get("points")
                .getAsLong();
    }

    private static JsonObject created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private record Solved(String path, long answer) {}
}
