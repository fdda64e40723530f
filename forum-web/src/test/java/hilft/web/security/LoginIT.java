package hilft.web.security;

import hilft.stack.BlindBrowser;
import hilft.stack.BlindBrowser.Page;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How people come in and go, through the real Keycloak. */
class LoginIT {

    private static Stack stack;
    private static KeycloakConsole console;

    @BeforeAll
    static void open() {
        stack = TestStack.get();
        console = new KeycloakConsole(stack);
    }

    @Test
    void whoRegistersAcceptsTheTermsAndLandsLoggedInWhereTheyCameFrom() {
        BlindBrowser browser = new BlindBrowser(stack.url());
        Page form = browser.open("/register?returnTo=%2Fquestions%3Fsort%3Dhot");
        assertThat(form.body()).contains("Anzeigename", "Nutzungsbedingungen").doesNotContain("Vorname");

        Map<String, String> typed = Map.of(
                "email",
                "neu-" + UUID.randomUUID() + "@example.org",
                "displayName",
                "Jörg Müller-Lüdenscheidt",
                "password",
                KeycloakConsole.PASSWORD,
                "password-confirm",
                KeycloakConsole.PASSWORD);
        Page refused = browser.submit(form, typed);
        assertThat(refused.body()).contains("Bitte nimm die Nutzungsbedingungen an", "Jörg Müller-Lüdenscheidt");

        Page landed = browser.submit(refused, with(typed, "termsAccepted", "on"));
        assertThat(landed.address()).hasToString(stack.url() + "/questions?sort=hot");
        assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);
    }

    @Test
    void theLanguageOfTheForumIsTheLanguageOfTheLogin() {
        assertThat(new BlindBrowser(stack.url())
                        .open("/login", "Cookie", "hilft-lang=en")
                        .body())
                .contains("lang=\"en\"", "Log in");
    }

    @Test
    void loggingInChangesTheSessionAndHidesItFromScriptsAndForeignSites() {
        console.createAccount("cookie");
        BlindBrowser browser = new BlindBrowser(stack.url());
        Page redirect = browser.get("/login?returnTo=/");
        assertThat(redirect.header("Set-Cookie"))
                .containsIgnoringCase("; HttpOnly")
                .containsIgnoringCase("; SameSite=Lax");
        String before = browser.sessionCookie();

        browser.submit(
                browser.follow(redirect),
                Map.of("username", "cookie@example.org", "password", KeycloakConsole.PASSWORD));

        assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);
        assertThat(browser.sessionCookie()).isNotEqualTo(before);
    }

    @Test
    void aReaderWithoutSessionGetsNone() {
        BlindBrowser browser = new BlindBrowser(stack.url());
        for (String path : new String[] {"/", "/questions?state=open&code=x", "/api/v1/categories", "/desk/x"}) {
            assertThat(browser.get(path).header("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void nobodyIsLedAwayFromTheForum() {
        console.createAccount("lured");
        BlindBrowser browser = new BlindBrowser(stack.url());

        Page landed = browser.login("lured@example.org", KeycloakConsole.PASSWORD, "//evil.example/");

        assertThat(landed.address()).hasToString(stack.url() + "/");
        assertThat(browser.get("/login?returnTo=https%3A%2F%2Fevil.example").header("Location"))
                .isEqualTo(stack.url() + "/");
    }

    @Test
    void loggingOutEndsTheSessionInKeycloakToo() {
        console.createAccount("leaver");
        BlindBrowser browser = new BlindBrowser(stack.url());
        browser.login("leaver@example.org", KeycloakConsole.PASSWORD, "/");
        assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);

        Page home = browser.follow(browser.post("/logout", Map.of(), "Origin", stack.url()));

        assertThat(home.address()).hasToString(stack.url() + "/");
        assertThat(Visitor.in(browser)).isEqualTo(Visitor.STRANGER);
        assertThat(browser.open("/login").body()).contains("name=\"password\"");
    }

    @Test
    void aForeignSiteCannotLogAnybodyOut() {
        console.createAccount("stayer");
        BlindBrowser browser = new BlindBrowser(stack.url());
        browser.login("stayer@example.org", KeycloakConsole.PASSWORD, "/");

        assertThat(browser.get("/logout").status()).isEqualTo(405);
        assertThat(browser.post("/logout", Map.of(), "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(browser.post("/logout", Map.of()).status()).isEqualTo(403);
        assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);
    }

    @Test
    void aSessionEndedInKeycloakEndsHereAtOnce() {
        String id = console.createAccount("ended");
        BlindBrowser browser = new BlindBrowser(stack.url());
        browser.login("ended@example.org", KeycloakConsole.PASSWORD, "/");

        console.endSessions(id);

        assertThat(Visitor.in(browser)).isEqualTo(Visitor.STRANGER);
    }

    @Test
    void aSessionThatAnotherNodeWasToldOfEndsHereToo() throws SQLException {
        String id = console.createAccount("elsewhere");
        BlindBrowser browser = new BlindBrowser(stack.url());
        browser.login("elsewhere@example.org", KeycloakConsole.PASSWORD, "/");
        assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);

        try (Connection asAnotherNode = stack.database().connect();
                PreparedStatement end = asAnotherNode.prepareStatement(
                        "insert into ended_session (session_id, ended_at) values (?, utc_timestamp())")) {
            end.setString(1, console.session(id));
            end.executeUpdate();
        }

        Patience.awaitThat(() -> Visitor.in(browser), Visitor.STRANGER);
    }

    @Test
    void whatThisNodeIsToldTheOthersCanRead() throws SQLException {
        String id = console.createAccount("told");
        new BlindBrowser(stack.url()).login("told@example.org", KeycloakConsole.PASSWORD, "/");
        String session = console.session(id);

        console.endSessions(id);

        try (Connection asAnotherNode = stack.database().connect();
                PreparedStatement find =
                        asAnotherNode.prepareStatement("select count(*) from ended_session where session_id = ?")) {
            find.setString(1, session);
            try (ResultSet row = find.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void theBackChannelBelievesOnlyKeycloak() {
        BlindBrowser browser = new BlindBrowser(stack.url());
        assertThat(browser.post("/backchannel-logout", Map.of("logout_token", stack.token("asker")))
                        .status())
                .isEqualTo(400);
        assertThat(browser.post("/backchannel-logout", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void consolesOpenToTheirRoleAlone() {
        console.createAccount("agent", "staff");
        BlindBrowser browser = new BlindBrowser(stack.url());

        browser.login("agent@example.org", KeycloakConsole.PASSWORD, "/");

        assertThat(Visitor.in(browser)).isEqualTo(Visitor.STAFF);
        assertThat(browser.get("/admin/x").status()).isEqualTo(403);
        assertThat(new BlindBrowser(stack.url()).get("/moderation?x=1").header("Location"))
                .endsWith("/login?returnTo=%2Fmoderation%3Fx%3D1");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
