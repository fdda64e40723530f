package hilft.web.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer of the API, read as a client would. */
public record Reply(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonObject json() {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    public long id() {
        return json().get("id").getAsLong();
    }

    JsonArray items() {
        return json().getAsJsonArray("items");
    }

    List<Long> ids() {
        return StreamSupport.stream(items().spliterator(), false)
                .map(item -> item.getAsJsonObject().get("id").getAsLong())
                .toList();
    }

    public Reply is(int status) {
        assertThat(status()).as(response.body()).isEqualTo(status);
        return this;
    }

    /** Refused as problem details with this code and without a word about our insides. */
    Reply isRefused(int status, String code) {
        is(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(json().get("code").getAsString()).isEqualTo(code);
        assertThat(json().get("status").getAsInt()).isEqualTo(status);
        assertThat(json().get("title").getAsString()).isNotBlank();
        assertThat(response.body()).doesNotContain("Exception", "\tat ", "hilft.web");
        return this;
    }

    /** Each wrong field, as {@code field: code}. */
    List<String> errors() {
        return StreamSupport.stream(json().getAsJsonArray("errors").spliterator(), false)
                .map(error -> error.getAsJsonObject().get("field").getAsString() + ": "
                        + error.getAsJsonObject().get("code").getAsString())
                .toList();
    }
}
