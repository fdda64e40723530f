package hilft.web.api;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hilft.stack.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Somebody who uses the API; the cast is the one of the demo. */
public enum Person {
    ASKER,
    HELPER,
    EXPERT,
    STAFF,
    MODERATOR,
    MARKETING,
    ADMIN,
    VISITOR;

    static final String CATEGORY = "api-tests";
    static final String BODY = "Seit gestern bricht das WLAN alle zehn Minuten ab. Was kann ich tun?";

    private record Token(String text, Instant since) {}

    private static final Duration FRESH = Duration.ofSeconds(200);
    private static final Map<Person, Token> TOKENS = new ConcurrentHashMap<>();
    private static boolean categoryIsThere;

    public Reply get(String path, String... headers) {
        return call("GET", path, null, headers);
    }

    public Reply post(String path, Object body, String... headers) {
        return call("POST", path, json(body), headers);
    }

    public Reply put(String path, @Nullable Object body) {
        return call("PUT", path, body == null ? null : json(body));
    }

    public Reply patch(String path, Object body, String... headers) {
        return call("PATCH", path, json(body), headers);
    }

    public Reply delete(String path, @Nullable Object body) {
        return call("DELETE", path, body == null ? null : json(body));
    }

    Reply call(String method, String path, @Nullable String body, String... headers) {
        return new Reply(TestStack.get().call(method, "/api/v1" + path, token(), body, headers));
    }

    /** Asks something with a title of its own and gives the id. */
    public long asks() {
        return post("/questions", aQuestion()).is(201).id();
    }

    public long answers(long question) {
        return answers(question, "Starte den Router neu und nimm Kanal 11.");
    }

    public long answers(long question, String body) {
        return post("/questions/" + question + "/answers", Map.of("body", body))
                .is(201)
                .id();
    }

    long points() {
        return get("/me").is(200).json().get("points").getAsLong();
    }

    public static JsonObject aQuestion() {
        return aQuestion("Mein Router verliert das WLAN " + UUID.randomUUID());
    }

    public static JsonObject aQuestion(String title) {
        ensureCategory();
        JsonObject question = new JsonObject();
        question.addProperty("title", title);
        question.addProperty("category", CATEGORY);
        question.add("tags", json(new String[] {"wlan", "router"}, JsonElement.class));
        question.addProperty("body", BODY);
        return question;
    }

    static synchronized void ensureCategory() {
        if (!categoryIsThere) {
            ADMIN.post(
                            "/categories",
                            Map.of(
                                    "slug", CATEGORY,
                                    "icon", "wifi",
                                    "nameDe", "Prüfstand",
                                    "nameEn", "Test bench",
                                    "descriptionDe", "Nur zum Prüfen",
                                    "descriptionEn", "For tests only"))
                    .is(201);
            categoryIsThere = true;
        }
    }

    private static String json(Object body) {
        return body instanceof String text ? text : new Gson().toJson(body);
    }

    private static <T extends JsonElement> T json(Object body, Class<T> type) {
        return type.cast(new Gson().toJsonTree(body));
    }

    @Nullable
    String token() {
        if (this == VISITOR) {
            return null;
        }
        Token token = TOKENS.get(this);
        if (token == null || token.since().plus(FRESH).isBefore(Instant.now())) {
            token = new Token(TestStack.get().token(name().toLowerCase(java.util.Locale.ROOT)), Instant.now());
            TOKENS.put(this, token);
        }
        return token.text();
    }
}
