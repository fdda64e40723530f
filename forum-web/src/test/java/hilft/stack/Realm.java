package hilft.stack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The release's realm, and for the demo its members with the ids they always have and a client for scripts. */
final class Realm {
    static final String PASSWORD = "hilft-demo";
    static final String SCRIPT_CLIENT = "hilft-cli";
    private static final String FORUM_CLIENT = "hilft-forum";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
    private static final List<DemoMember> CAST = List.of(
            new DemoMember("asker", "asker@example.org", "Anna Fragt", "de", List.of("customer")),
            new DemoMember("helper", "helper@example.org", "Henri Hilft", "de", List.of("customer")),
            new DemoMember("expert", "expert@example.org", "Erika Weiß", "de", List.of("customer")),
            new DemoMember("moderator", "moderator@example.org", "Mona Moderiert", "de", List.of("moderator")),
            new DemoMember("moderator2", "moderator2@example.org", "Mike Moderates", "en", List.of("moderator")),
            new DemoMember("staff", "staff@example.org", "Stefan Service", "de", List.of("staff")),
            new DemoMember("marketing", "marketing@example.org", "Marie Markt", "de", List.of("marketing")),
            new DemoMember("admin", "admin@example.org", "Ada Admin", "en", List.of("admin")));

    private final boolean withDemoMembers;

    Realm(boolean withDemoMembers) {
        this.withDemoMembers = withDemoMembers;
    }

    String json() throws IOException {
        return GSON.toJson(realm());
    }

    private JsonObject realm() throws IOException {
        var realm = JsonParser.parseString(Files.readString(Project.docker().resolve("keycloak/realm.json")))
                .getAsJsonObject();
        if (withDemoMembers) {
            array(realm, "clients").add(scriptClient(realm));
            var password = password();
            members().forEach(member -> array(realm, "users").add(user(member, password)));
        }
        return realm;
    }

    /** Gets the same claims as the forum itself, but may exchange a password for a token. */
    private static JsonObject scriptClient(JsonObject realm) {
        var client = new JsonObject();
        client.addProperty("clientId", SCRIPT_CLIENT);
        client.addProperty("publicClient", true);
        client.addProperty("standardFlowEnabled", false);
        client.addProperty("directAccessGrantsEnabled", true);
        for (var element : array(realm, "clients")) {
            var other = element.getAsJsonObject();
            if (other.get("clientId").getAsString().equals(FORUM_CLIENT)) {
                for (var shared : List.of("protocolMappers", "defaultClientScopes", "optionalClientScopes")) {
                    if (other.has(shared)) {
                        client.add(shared, other.get(shared).deepCopy());
                    }
                }
            }
        }
        return client;
    }

    private static JsonObject user(DemoMember member, JsonObject password) {
        var user = new JsonObject();
        user.addProperty("id", id(member.username()).toString());
        user.addProperty("username", member.username());
        user.addProperty("email", member.email());
        user.addProperty("emailVerified", true);
        user.addProperty("enabled", true);
        user.add(
                "attributes",
                GSON.toJsonTree(
                        Map.of("displayName", List.of(member.displayName()), "locale", List.of(member.language()))));
        user.add("requiredActions", new JsonArray());
        user.add("credentials", listOf(password));
        user.add("realmRoles", GSON.toJsonTree(roles(member)));
        return user;
    }

    private static List<String> roles(DemoMember member) {
        return Stream.concat(Stream.of("default-roles-" + Keycloak.REALM, "customer"), member.roles().stream())
                .distinct()
                .toList();
    }

    static UUID id(String username) {
        return UUID.nameUUIDFromBytes(("hilft-demo:" + username).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Hashed once here, because Keycloak would hash it anew for every member. */
    private static JsonObject password() {
        var iterations = 210_000;
        var salt = new byte[16];
        try {
            var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, iterations, 512))
                    .getEncoded();
            var encoder = Base64.getEncoder();
            var credential = new JsonObject();
            credential.addProperty("type", "password");
            credential.addProperty(
                    "secretData",
                    GSON.toJson(Map.of("value", encoder.encodeToString(hash), "salt", encoder.encodeToString(salt))));
            credential.addProperty(
                    "credentialData", GSON.toJson(Map.of("hashIterations", iterations, "algorithm", "pbkdf2-sha512")));
            return credential;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<DemoMember> members() throws IOException {
        var more = Project.testClasses().resolve("demo/members.json");
        if (!Files.exists(more)) {
            return CAST;
        }
        var listed = List.of(GSON.fromJson(Files.readString(more), DemoMember[].class));
        var names = listed.stream().map(DemoMember::username).toList();
        return Stream.concat(CAST.stream().filter(member -> !names.contains(member.username())), listed.stream())
                .toList();
    }

    private static JsonArray array(JsonObject object, String name) {
        if (!object.has(name)) {
            object.add(name, new JsonArray());
        }
        return object.getAsJsonArray(name);
    }

    private static JsonArray listOf(JsonElement element) {
        var array = new JsonArray();
        array.add(element);
        return array;
    }

    record DemoMember(String username, String email, String displayName, String language, List<String> roles) {}
}
