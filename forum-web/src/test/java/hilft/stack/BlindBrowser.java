package hilft.stack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser without eyes: it keeps cookies, follows redirects and fills in forms. */
public final class BlindBrowser {

    private static final HttpRequest.BodyPublisher NOTHING = HttpRequest.BodyPublishers.noBody();
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    /** What came back, from where. */
    public record Page(URI address, HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final String forum;
    private final String connectTo;

    public BlindBrowser(String forum) {
        this(forum, forum);
    }

    private BlindBrowser(String forum, String connectTo) {
        this.forum = forum;
        this.connectTo = connectTo;
    }

    /** Reaches the forum by another address than its own, as the requests of a proxy do. */
    public static BlindBrowser throughProxy(String forum) {
        return new BlindBrowser(forum, forum.replace("//localhost:", "//127.0.0.1:"));
    }

    /** Reads a page and follows where it leads. */
    public Page open(String path, String... headers) {
        return follow(get(path, headers));
    }

    /** Reads a page without following. */
    public Page get(String path, String... headers) {
        return send(address(path), "GET", NOTHING, headers);
    }

    /** Posts a form of the forum without following. */
    public Page post(String path, Map<String, String> fields, String... headers) {
        return send(address(path), "POST", fields, headers);
    }

    /** Posts a form of the forum without saying how long it is, and without following. */
    public Page postInChunks(String path, Map<String, String> fields, String... headers) {
        byte[] form = form(fields).getBytes(StandardCharsets.US_ASCII);
        return send(
                address(path),
                "POST",
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)),
                headers);
    }

    /** Posts the only form of the page, as pressing its button would, and follows. */
    public Page submit(Page page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("No form on " + page.address() + "\n" + page.body());
        }
        URI action = page.address().resolve(form.group(1).replace("&amp;", "&"));
        return follow(send(action, "POST", fields));
    }

    public Page login(String username, String password, String returnTo) {
        Page form = open("/login?returnTo=" + encode(returnTo));
        return submit(form, Map.of("username", username, "password", password));
    }

    public Page follow(Page page) {
        Page current = page;
        for (int i = 0; i < 10 && current.status() >= 300 && current.status() < 400; i++) {
            current = send(current.address().resolve(current.header("Location")), "GET", NOTHING);
        }
        return current;
    }

    public @Nullable String sessionCookie() {
        return jar(URI.create(forum)).get("JSESSIONID");
    }

    private URI address(String path) {
        return URI.create(forum + path);
    }

    private Page send(URI address, String method, Map<String, String> fields, String... headers) {
        return send(address, method, HttpRequest.BodyPublishers.ofString(form(fields)), headers);
    }

    private Page send(URI address, String method, HttpRequest.BodyPublisher body, String... headers) {
        URI connect = URI.create(address.toString().replace(forum, connectTo));
        HttpRequest.Builder request = HttpRequest.newBuilder(connect)
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", "de")
                .method(method, body);
        if (body != NOTHING) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        Map<String, String> jar = jar(address);
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    String.join(
                            "; ",
                            jar.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .toList()));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(cookie -> keep(cookie, jar));
            return new Page(address, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keep(String header, Map<String, String> jar) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || header.contains("Max-Age=0")) {
            jar.remove(pair[0]);
        } else {
            jar.put(pair[0], pair[1]);
        }
    }

    private Map<String, String> jar(URI address) {
        return cookies.computeIfAbsent(address.getAuthority(), authority -> new HashMap<>());
    }

    private static String form(Map<String, String> fields) {
        List<String> pairs = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .toList();
        return String.join("&", pairs);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
