package hilft.web.api.problem;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** The body of a refusal (RFC 9457): stable codes for programs, sentences for people. */
record ProblemDetails(Refusal refusal, Locale language, String requestId) {

    static final String TYPE = "application/problem+json";

    String json() {
        ProblemTexts texts = new ProblemTexts(language);
        JsonArrayBuilder errors = Json.createArrayBuilder();
        refusal.errors()
                .forEach(error -> errors.add(Json.createObjectBuilder()
                        .add("field", error.field())
                        .add("code", error.code())
                        .add("message", texts.of(error.code(), error.min(), error.max()))));
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("type", "urn:hilft:problem:" + refusal.code())
                .add("title", texts.of(refusal.code()))
                .add("status", refusal.status())
                .add("code", refusal.code())
                .add("requestId", requestId);
        return (refusal.errors().isEmpty() ? body : body.add("errors", errors))
                .build()
                .toString();
    }
}
