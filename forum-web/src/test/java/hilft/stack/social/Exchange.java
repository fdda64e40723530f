package hilft.stack.social;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One request and its answer; the body is read at once, at most 64 KB of it. */
public final class Exchange {
    private static final int LIMIT = 65_536;
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final HttpExchange exchange;
    private final String body;
    private boolean tooLong;

    public Exchange(HttpExchange exchange) throws IOException {
        this.exchange = exchange;
        var bytes = exchange.getRequestBody().readNBytes(LIMIT + 1);
        tooLong = bytes.length > LIMIT;
        body = tooLong ? "" : new String(bytes, UTF_8);
    }

    boolean isTooLong() {
        return tooLong;
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    public String path() {
        return exchange.getRequestURI().getPath();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** A form of another site's page; programs send no origin. */
    public boolean isForeign() {
        return header("Origin")
                .filter(origin -> !origin.equals("http://" + header("Host").orElse("")))
                .isPresent();
    }

    /** The parameters of the query; of repeated ones the last. */
    Map<String, String> query() {
        return decode(exchange.getRequestURI().getRawQuery());
    }

    Map<String, String> form() {
        return decode(body);
    }

    private static Map<String, String> decode(@Nullable String pairs) {
        var fields = new LinkedHashMap<String, String>();
        if (pairs != null) {
            for (var pair : pairs.split("&")) {
                var parts = pair.split("=", 2);
                if (!parts[0].isEmpty()) {
                    fields.put(unescape(parts[0]), parts.length == 2 ? unescape(parts[1]) : "");
                }
            }
        }
        return fields;
    }

    private static String unescape(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw XProblem.invalid("a parameter is not percent-encoded");
        }
    }

    JsonObject json() {
        try {
            if (JsonParser.parseString(body) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonParseException malformed) {
            // said below
        }
        throw XProblem.invalid("The body is not a JSON object");
    }

    void set(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
    }

    public void answer(int status, JsonElement json) throws IOException {
        send(status, "application/json", json.toString());
    }

    /** A page of our own, with a policy that runs no script. */
    public void page(int status, String html) throws IOException {
        set("Content-Security-Policy", PAGE_POLICY);
        set("Referrer-Policy", "same-origin");
        send(status, "text/html", html);
    }

    public void send(int status, String type, String text) throws IOException {
        set("Content-Type", type + "; charset=utf-8");
        set("X-Content-Type-Options", "nosniff");
        set("Cache-Control", "no-store");
        var bytes = text.getBytes(UTF_8);
        var empty = bytes.length == 0 || method().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (empty) {
            exchange.close();
        } else {
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    public void nothing() throws IOException {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    /** Leads on to another address by GET. */
    void leadTo(String address) throws IOException {
        set("Location", address);
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    /** Ends the connection without an answer. */
    void lose() {
        exchange.close();
    }
}
