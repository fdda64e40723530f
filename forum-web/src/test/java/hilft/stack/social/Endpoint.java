package hilft.stack.social;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calls of the X API v2 that are played here, with X's limits for one user in fifteen minutes. */
enum Endpoint {
    CREATE("POST", "/2/tweets", 100, Set.of("tweet.read", "tweet.write", "users.read")),
    READ("GET", "/2/tweets/{id}", 900, Set.of("tweet.read", "users.read")),
    ME("GET", "/2/users/me", 75, Set.of("tweet.read", "users.read")),
    POSTS("GET", "/2/users/{id}/tweets", 900, Set.of("tweet.read", "users.read")),
    MENTIONS("GET", "/2/users/{id}/mentions", 300, Set.of("tweet.read", "users.read")),
    TOKEN("POST", "/2/oauth2/token", 1_000, Set.of()),
    REVOKE("POST", "/2/oauth2/revoke", 1_000, Set.of());

    private final String method;
    private final String path;
    private final int limit;
    private final Set<String> scopes;
    private final Pattern pattern;

    Endpoint(String method, String path, int limit, Set<String> scopes) {
        this.method = method;
        this.path = path;
        this.limit = limit;
        this.scopes = scopes;
        this.pattern = Pattern.compile(path.replace("{id}", "([^/]+)"));
    }

    static Optional<Endpoint> of(String method, String path) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.method.equals(method)
                        && endpoint.pattern.matcher(path).matches())
                .findFirst();
    }

    /** As one writes it in a fault: {@code POST /2/tweets}. */
    String label() {
        return method + " " + path;
    }

    int limit() {
        return limit;
    }

    Set<String> scopes() {
        return scopes;
    }

    boolean isOAuth() {
        return scopes.isEmpty();
    }

    /** The id in the path, always digits. */
    String id(String actual) {
        var matcher = pattern.matcher(actual);
        @Nullable String id = matcher.matches() ? matcher.group(1) : null;
        if (id == null || !id.matches("[0-9]{1,19}")) {
            throw XProblem.invalid("The `id` query parameter value [" + id + "] is not valid");
        }
        return id;
    }
}
