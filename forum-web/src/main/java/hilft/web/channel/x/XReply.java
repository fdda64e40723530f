package hilft.web.channel.x;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;

/** What X answered; {@code reset} is its x-rate-limit-reset in epoch seconds, 0 without one. */
record XReply(int status, long reset, String body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The body as an object, empty where it is none. */
    JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue() instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        } catch (JsonException | IllegalStateException noJson) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    static JsonObject object(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /** An error's own words, for staff. */
    String note() {
        JsonObject problem = json();
        return text(problem, "detail")
                .or(() -> text(problem, "title"))
                .or(() -> text(problem, "error_description"))
                .or(() -> text(problem, "error"))
                .map(words -> status + " " + words)
                .orElse(Integer.toString(status));
    }

    /** Everything by which an error says what it is about. */
    String words() {
        JsonObject problem = json();
        return text(problem, "type").orElse("") + " " + text(problem, "title").orElse("") + " "
                + text(problem, "detail").orElse("") + " "
                + text(problem, "reason").orElse("");
    }

    /** Bodies of token requests hold tokens. */
    @Override
    public String toString() {
        return "status " + status;
    }
}
