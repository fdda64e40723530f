package hilft.stack.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.stack.Stack;
import hilft.stack.StackProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans the events of the demo, invites and answers, as marketing and the members did it and when they did. */
public final class EventContent {
    private static final String API = "/api/v1";

    private final Stack stack;
    private final Journal journal;
    private final Instant start;
    private final Map<String, String> tokens = new HashMap<>();

    private EventContent(Stack stack, Journal journal) {
        this.stack = stack;
        this.journal = journal;
        this.start = journal.start(Instant.now());
    }

    /** Loads what is not loaded yet; does nothing when everything is. */
    public static void load(Stack stack) {
        try (var journal = Journal.open(stack.folder().resolve("demo-events.journal"))) {
            if (journal.isComplete()) {
                return;
            }
            var events = DemoFiles.events();
            stack.progress().step("Content: " + events.size() + " events", () -> {
                var content = new EventContent(stack, journal);
                try {
                    events.forEach(content::tell);
                } finally {
                    stack.returnToPresent();
                }
                journal.complete();
                return events;
            });
        }
    }

    private void tell(DemoEvent event) {
        stack.travelTo(start.minus(event.age()));
        var today = LocalDate.ofInstant(start, ZoneId.of(event.zone()));
        once(event.key(), "marketing", "POST", "/events", event.plan(today));
        var path = "/events/" + journal.id(event.key());
        var handles = new JsonArray();
        event.invited().forEach(member -> handles.add(handle(member)));
        var invitation = new JsonObject();
        invitation.add("members", handles);
        once(event.key() + ".invited", "marketing", "POST", path + "/invitations", invitation);
        if (event.published()) {
            once(event.key() + ".published", "marketing", "PUT", path + "/published", null);
        }
        event.accepted().forEach(member -> once(member, event, "PUT", path));
        event.declined().forEach(member -> once(member, event, "DELETE", path));
    }

    private void once(String member, DemoEvent event, String method, String path) {
        once(event.key() + "." + member, member, method, path + "/acceptance", null);
    }

    private void once(String key, String member, String method, String path, @Nullable JsonObject body) {
        if (!journal.isDone(key)) {
            var answer = call(member, method, path, body, "Idempotency-Key", "event." + key);
            journal.done(key, id(answer));
        }
    }

    private String handle(String member) {
        return JsonParser.parseString(call(member, "GET", "/me", null))
                .getAsJsonObject()
                .get("handle")
                .getAsString();
    }

    private String call(String member, String method, String path, @Nullable JsonObject body, String... headers) {
        var token = tokens.computeIfAbsent(member, stack::token);
        var answer = stack.call(method, API + path, token, body == null ? null : body.toString(), headers);
        if (answer.statusCode() >= 300) {
            throw new StackProblem(
                    "The events of the demo stop at %s %s as %s: %d %s"
                            .formatted(method, path, member, answer.statusCode(), answer.body()),
                    "correct forum-web/src/test/resources/demo/events.json and start again, it goes on from there");
        }
        return answer.body();
    }

    private static @Nullable Long id(String body) {
        return !body.isEmpty() && JsonParser.parseString(body) instanceof JsonObject json && json.has("id")
                ? (Long) json.get("id").getAsLong()
                : null;
    }
}
