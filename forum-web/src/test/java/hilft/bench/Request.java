package hilft.bench;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as the load sends it again and again, in turn with others. */
record Request(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    static Request get(String path, String... cookie) {
        return new Request("GET", path, cookie.length == 0 ? Map.of() : Map.of("Cookie", cookie[0]), null);
    }

    /** The same as a browser sends it. */
    Request packed() {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Accept-Encoding", "gzip, deflate, br, zstd");
        return new Request(method, path, all, body);
    }

    /** Its text is another one each time, since the same text again is not written again. */
    static Request reply(long questionId, String token) {
        return new Request(
                "POST",
                "/api/v1/questions/" + questionId + "/answers",
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
                "{\"body\": \"Bei mir hat es geholfen, den Router neu zu starten und zehn Minuten zu warten. "
                        + Load.NUMBER + "\"}");
    }
}
