package hilft.web.security;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.stack.Keycloak;
import hilft.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an administrator does in Keycloak, through its REST interface. */
public final class KeycloakConsole {

    public static final String PASSWORD = "ein-langes-passwort";
    private static final Gson GSON = new Gson();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Keycloak keycloak;

    public KeycloakConsole(Stack stack) {
        this.keycloak = stack.keycloak();
    }

    /** Makes an account that can log in at once, and returns its id. */
    public String createAccount(String name, String... roles) {
        HttpResponse<String> created = call(
                "POST",
                "/users",
                Map.of(
                        "email",
                        name + "@example.org",
                        "username",
                        name + "@example.org",
                        "enabled",
                        true,
                        "emailVerified",
                        true,
                        "attributes",
                        Map.of("displayName", List.of("Konto " + name)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        String location = created.headers().firstValue("Location").orElseThrow();
        String id = location.substring(location.lastIndexOf('/') + 1);
        // an administrator's new account has the realm's default actions to do first
        change(id, user -> user.add("requiredActions", GSON.toJsonTree(List.of())));
        for (String role : roles) {
            giveRole(id, role);
        }
        return id;
    }

    public void giveRole(String id, String role) {
        call("POST", "/users/" + id + "/role-mappings/realm", List.of(role(role)));
    }

    public void takeRole(String id, String role) {
        call("DELETE", "/users/" + id + "/role-mappings/realm", List.of(role(role)));
    }

    public void disable(String id) {
        change(id, user -> user.addProperty("enabled", false));
    }

    public void rename(String id, String displayName) {
        change(
                id,
                user -> user.getAsJsonObject("attributes").add("displayName", GSON.toJsonTree(List.of(displayName))));
    }

    public void delete(String id) {
        call("DELETE", "/users/" + id, null);
    }

    /** Ends the account's sessions, of which Keycloak tells the forum by the back channel. */
    public void endSessions(String id) {
        call("POST", "/users/" + id + "/logout", null);
    }

    /** The id of the account's only session. */
    public String session(String id) {
        return JsonParser.parseString(
                        call("GET", "/users/" + id + "/sessions", null).body())
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
    }

    public void accessTokensLive(int seconds) {
        call("PUT", "", Map.of("accessTokenLifespan", seconds));
    }

    /** A token of the demo member that Keycloak made for its own client and not for the forum. */
    String foreignToken(String username) {
        return token(Keycloak.REALM, username, "hilft-demo");
    }

    private void change(String id, java.util.function.Consumer<JsonObject> change) {
        JsonObject user =
                JsonParser.parseString(call("GET", "/users/" + id, null).body()).getAsJsonObject();
        change.accept(user);
        call("PUT", "/users/" + id, user);
    }

    private JsonObject role(String name) {
        return JsonParser.parseString(call("GET", "/roles/" + name, null).body())
                .getAsJsonObject();
    }

    private HttpResponse<String> call(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(keycloak.url() + "/admin/realms/" + Keycloak.REALM + path))
                .header("Authorization", "Bearer " + token("master", keycloak.adminUser(), keycloak.adminPassword()))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(GSON.toJson(body)));
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private String token(String realm, String username, String password) {
        String form = "grant_type=password&client_id=admin-cli&username=" + username + "&password=" + password;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(keycloak.url() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return JsonParser.parseString(send(request).body())
                .getAsJsonObject()
                .get("access_token")
                .getAsString();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
