package hilft.stack.social;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** X's authorize page and token endpoint for the one app that is registered here. */
final class OAuth {
    private static final Map<String, String> SCOPES = new TreeMap<>(Map.of(
            "tweet.read", "See posts that this account can see",
            "tweet.write", "Post and answer in the name of this account",
            "users.read", "See accounts that this account can see",
            "offline.access", "Stay connected until this permission is taken back"));
    private static final int VERIFIER_LEAST = 43;

    private final Posts posts;
    private final Grants grants;
    private final App app;

    OAuth(Posts posts, Grants grants, App app) {
        this.posts = posts;
        this.grants = grants;
        this.app = app;
    }

    /** The forum as it is registered: a confidential client with one callback address. */
    record App(String name, String clientId, String clientSecret, String redirectUri) {}

    /** What the forum sends the account holder here with. */
    private record Request(String redirectUri, Set<String> scopes, String state, String challenge) {}

    void authorize(Exchange exchange) throws IOException {
        try {
            if (exchange.method().equals("POST")) {
                decide(exchange);
            } else {
                var query = exchange.query();
                exchange.page(200, question(request(query), query));
            }
        } catch (XProblem problem) {
            exchange.page(
                    400, Html.page("Something went wrong", "authorize", """
                    <p>You weren’t able to give access to the app. Go back and try logging in again.</p>
                    <p class="quiet">%s</p>""".formatted(Html.escape(words(problem)))));
        }
    }

    private static String words(XProblem problem) {
        var body = problem.body();
        return body.has("error_description") ? body.get("error_description").getAsString() : body.toString();
    }

    private Request request(Map<String, String> fields) {
        require(fields, "response_type", "code");
        require(fields, "client_id", app.clientId());
        require(fields, "redirect_uri", app.redirectUri());
        require(fields, "code_challenge_method", "S256");
        var challenge = fields.getOrDefault("code_challenge", "");
        if (!challenge.matches("[A-Za-z0-9_-]{43}")) {
            throw bad("code_challenge is not a SHA-256 in base64url");
        }
        var state = fields.getOrDefault("state", "");
        if (state.isEmpty() || state.length() > 500) {
            throw bad("state is missing or longer than 500");
        }
        var scopes = new LinkedHashSet<>(
                Arrays.asList(fields.getOrDefault("scope", "").strip().split("\\s+")));
        if (!SCOPES.keySet().containsAll(scopes)) {
            throw bad("scope is unknown: " + String.join(" ", scopes));
        }
        return new Request(app.redirectUri(), scopes, state, challenge);
    }

    private static void require(Map<String, String> fields, String name, String wanted) {
        if (!wanted.equals(fields.get(name))) {
            throw bad(name + " is not what is registered");
        }
    }

    private static XProblem bad(String description) {
        return XProblem.oauth(400, "invalid_request", description);
    }

    private String question(Request request, Map<String, String> query) {
        var hidden = query.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(Html.escape(field.getKey()), Html.escape(field.getValue())))
                .collect(Collectors.joining());
        var rights = request.scopes().stream()
                .map(scope -> "<li>" + Html.escape(String.valueOf(SCOPES.get(scope))))
                .collect(Collectors.joining());
        var brand = posts.brand();
        return Html.page(app.name() + " wants to act for an account", "authorize", """
                <section class="panel panel-body stack"><p class="author">%s<span><b class="author-name">%s</b>
                <span class="author-line">@%s</span></span></p>
                <p>If you allow it, <b>%s</b> may:</p><ul class="social-rights">%s</ul>
                <form method="post" action="/i/oauth2/authorize" class="button-row">%s
                <button class="button is-main" name="decision" value="allow">Allow</button>
                <button class="button" name="decision" value="deny">Deny</button></form>
                <p class="quiet">Afterwards you are led back to %s.</p></section>""".formatted(
                        Html.avatar(brand),
                        Html.escape(brand.name()),
                        Html.escape(brand.handle()),
                        Html.escape(app.name()),
                        rights,
                        hidden,
                        Html.escape(request.redirectUri())));
    }

    private void decide(Exchange exchange) throws IOException {
        if (exchange.isForeign()) {
            throw bad("the form came from another site");
        }
        var fields = exchange.form();
        var request = request(fields);
        var answer = "allow".equals(fields.get("decision"))
                ? "code="
                        + grants.allow(
                                posts.brand(),
                                app.clientId(),
                                request.scopes(),
                                request.redirectUri(),
                                request.challenge())
                : "error=access_denied";
        exchange.leadTo(request.redirectUri() + "?state=" + URLEncoder.encode(request.state(), StandardCharsets.UTF_8)
                + "&" + answer);
    }

    JsonObject answer(Endpoint endpoint, Exchange exchange) {
        var form = exchange.form();
        var client = client(exchange, form);
        if (endpoint == Endpoint.REVOKE) {
            grants.revokeToken(form.getOrDefault("token", ""));
            var revoked = new JsonObject();
            revoked.addProperty("revoked", true);
            return revoked;
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> json(exchange(client, form));
            case "refresh_token" -> json(grants.refresh(client, form.getOrDefault("refresh_token", "")));
            default ->
                throw XProblem.oauth(
                        400, "unsupported_grant_type", "grant_type is authorization_code or refresh_token");
        };
    }

    private String client(Exchange exchange, Map<String, String> form) {
        var basic = "Basic "
                + java.util.Base64.getEncoder()
                        .encodeToString((encode(app.clientId()) + ":" + encode(app.clientSecret()))
                                .getBytes(StandardCharsets.UTF_8));
        var given = exchange.header("Authorization").orElse("");
        if (!MessageDigest.isEqual(basic.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw XProblem.oauth(401, "unauthorized_client", "Missing valid authorization header");
        }
        if (!form.getOrDefault("client_id", app.clientId()).equals(app.clientId())) {
            throw bad("client_id is another client's");
        }
        return app.clientId();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Grants.Issued exchange(String client, Map<String, String> form) {
        var verifier = form.getOrDefault("code_verifier", "");
        if (verifier.length() < VERIFIER_LEAST) {
            throw bad("Missing required parameter [code_verifier].");
        }
        return grants.exchange(client, form.getOrDefault("code", ""), form.getOrDefault("redirect_uri", ""), verifier);
    }

    private static JsonObject json(Grants.Issued issued) {
        var json = new JsonObject();
        json.addProperty("token_type", "bearer");
        json.addProperty("expires_in", issued.lifetime().toSeconds());
        json.addProperty("access_token", issued.access());
        json.addProperty("scope", String.join(" ", issued.consent().scopes()));
        if (issued.refresh() != null) {
            json.addProperty("refresh_token", issued.refresh());
        }
        return json;
    }
}
