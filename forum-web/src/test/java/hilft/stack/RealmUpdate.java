package hilft.stack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keycloak imports a realm only once. When its file, a port or a secret has changed since, this brings settings, clients
 * and new members up to date through the admin API and leaves everybody who registered alone.
 */
final class RealmUpdate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)(?::([^}]*))?}");

    private final Keycloak keycloak;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";

    RealmUpdate(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** The text of a realm file as Keycloak reads it, with the environment's values in place. */
    static String resolve(String realm, Map<String, String> environment) {
        return PLACEHOLDER.matcher(realm).replaceAll(match -> {
            var fallback = match.group(2) == null ? "" : match.group(2);
            return Matcher.quoteReplacement(environment.getOrDefault(match.group(1), fallback));
        });
    }

    void apply(String resolvedRealm) {
        var realm = JsonParser.parseString(resolvedRealm).getAsJsonObject();
        token = token();
        send("PUT", "", settings(realm));
        for (var element : realm.getAsJsonArray("clients")) {
            update(element.getAsJsonObject());
        }
        var additions = new JsonObject();
        additions.addProperty("ifResourceExists", "SKIP");
        additions.add("clients", realm.getAsJsonArray("clients"));
        additions.add("users", people(realm));
        send("POST", "/partialImport", additions);
    }

    private static JsonObject settings(JsonObject realm) {
        var settings = new JsonObject();
        realm.entrySet().stream()
                .filter(entry -> entry.getValue().isJsonPrimitive()
                        || entry.getKey().equals("smtpServer")
                        || entry.getKey().equals("attributes")
                        || entry.getKey().equals("supportedLocales"))
                .forEach(entry -> settings.add(entry.getKey(), entry.getValue()));
        return settings;
    }

    private void update(JsonObject wanted) {
        var name = wanted.get("clientId").getAsString();
        var known = JsonParser.parseString(send("GET", "/clients?clientId=" + name, new JsonObject()))
                .getAsJsonArray();
        for (var element : known) {
            var client = element.getAsJsonObject();
            for (var setting : wanted.entrySet()) {
                if (!setting.getKey().equals("protocolMappers")) {
                    client.add(setting.getKey(), merged(client.get(setting.getKey()), setting.getValue()));
                }
            }
            send("PUT", "/clients/" + client.get("id").getAsString(), client);
        }
    }

    private static JsonElement merged(@Nullable JsonElement old, JsonElement wanted) {
        if (old != null && old.isJsonObject() && wanted.isJsonObject()) {
            wanted.getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> old.getAsJsonObject().add(entry.getKey(), entry.getValue()));
            return old;
        }
        return wanted;
    }

    private static JsonArray people(JsonObject realm) {
        var people = new JsonArray();
        for (var user : realm.getAsJsonArray("users")) {
            if (!user.getAsJsonObject().has("serviceAccountClientId")) {
                people.add(user);
            }
        }
        return people;
    }

    private String token() {
        var form = "grant_type=password&client_id=admin-cli&username="
                + URLEncoder.encode(keycloak.adminUser(), UTF_8) + "&password="
                + URLEncoder.encode(keycloak.adminPassword(), UTF_8);
        var request = HttpRequest.newBuilder(
                        URI.create(keycloak.url() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return JsonParser.parseString(exchange(request))
                .getAsJsonObject()
                .get("access_token")
                .getAsString();
    }

    private String send(String method, String path, JsonObject body) {
        return exchange(HttpRequest.newBuilder(URI.create(keycloak.url() + "/admin/realms/" + Keycloak.REALM + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private String exchange(HttpRequest request) {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StackProblem(
                        "Keycloak refuses the changed realm: " + request.method() + " "
                                + request.uri().getPath() + " answered " + answer.statusCode() + " " + answer.body(),
                        "delete the folder keycloak of this stack to begin with the new realm");
            }
            return answer.body();
        } catch (IOException e) {
            throw new StackProblem("Keycloak does not answer: " + e.getMessage(), "see its log", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
