package hilft.stack.demo;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.stack.Stack;
import hilft.stack.StackProblem;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills an empty forum with the demo content by doing, as the members and in their time, what they did. */
public final class DemoContent {
    private static final int CONFLICT = 409;
    private static final int MOST_TRIES = 3;
    private static final String API = "/api/v1";
    /** Access tokens live 300 seconds. */
    private static final Duration TOKEN_IS_FRESH = Duration.ofSeconds(240);

    private static final Duration SAME_MOMENT = Duration.ofSeconds(1);

    /** By this share of their age nobody minds when votes were given: each journey into another time costs a call. */
    private static final int VOTES_MAY_COME_LATER = 8;

    private final Stack stack;
    private final Journal journal;
    private final Instant start;
    private final Map<String, Token> tokens = new HashMap<>();
    private Instant clock = Instant.MIN;

    private DemoContent(Stack stack, Journal journal) {
        this.stack = stack;
        this.journal = journal;
        this.start = journal.start(Instant.now());
    }

    /** Loads what is not loaded yet; does nothing when everything is. */
    public static void load(Stack stack) {
        try (var journal = Journal.open(stack.folder().resolve("demo-content.journal"))) {
            if (journal.isComplete()) {
                return;
            }
            var questions = DemoFiles.questions();
            var deeds = Timeline.of(DemoFiles.categories(), questions);
            stack.progress().step(describe(questions, deeds), () -> {
                new DemoContent(stack, journal).play(deeds);
                return deeds;
            });
        }
    }

    private static String describe(List<DemoQuestion> questions, List<Deed> deeds) {
        var answers = questions.stream()
                .mapToInt(question -> question.answers().size())
                .sum();
        var votes = deeds.stream().filter(Deed::isVote).count();
        return "Content: %d questions, %d answers, %d votes".formatted(questions.size(), answers, votes);
    }

    private void play(List<Deed> deeds) {
        try {
            deeds.stream().filter(deed -> !journal.isDone(deed.key())).forEach(this::play);
        } finally {
            stack.returnToPresent();
        }
        journal.complete();
    }

    private void play(Deed deed) {
        travelTo(start.minus(deed.ago()), deed.isVote() ? deed.ago().dividedBy(VOTES_MAY_COME_LATER) : SAME_MOMENT);
        var path = Placeholders.fillPath(deed.path(), journal::id);
        var body = deed.body() == null ? null : Placeholders.fill(deed.body(), journal::id);
        var answer = call(deed, path, body == null ? null : body.toString());
        // somebody who uses the demo already may be in the way for a moment
        for (int tries = 1; answer.statusCode() == CONFLICT && tries < MOST_TRIES; tries++) {
            answer = call(deed, path, body == null ? null : body.toString());
        }
        if (answer.statusCode() >= 300) {
            throw refused(deed, path, answer);
        }
        journal.done(deed.key(), id(answer.body()));
    }

    private HttpResponse<String> call(Deed deed, String path, @Nullable String body) {
        return stack.call(deed.method(), API + path, token(deed.member()), body, "Idempotency-Key", deed.key());
    }

    private void travelTo(Instant moment, Duration tolerance) {
        if (Duration.between(clock, moment).compareTo(tolerance) >= 0) {
            stack.travelTo(moment);
            clock = moment;
        }
    }

    private String token(String member) {
        var known = tokens.get(member);
        if (known == null || known.since.plus(TOKEN_IS_FRESH).isBefore(Instant.now())) {
            known = new Token(stack.token(member), Instant.now());
            tokens.put(member, known);
        }
        return known.text;
    }

    private static @Nullable Long id(String body) {
        if (body.isEmpty() || !(JsonParser.parseString(body) instanceof JsonObject json) || !json.has("id")) {
            return null;
        }
        return json.get("id").getAsLong();
    }

    private static StackProblem refused(Deed deed, String path, HttpResponse<String> answer) {
        return new StackProblem(
                "The demo content stops at %s: %s %s as %s was answered %d %s"
                        .formatted(deed.key(), deed.method(), path, deed.member(), answer.statusCode(), answer.body()),
                "correct it in forum-web/src/test/resources/demo and start again, it goes on from there");
    }

    private record Token(String text, Instant since) {}
}
