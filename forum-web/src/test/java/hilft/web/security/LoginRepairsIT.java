package hilft.web.security;

import hilft.stack.BlindBrowser;
import hilft.stack.BlindBrowser.Page;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the container's login lacks and {@link RepairedLogin} gives, one scenario a repair, against the real Keycloak. */
class LoginRepairsIT {

    private static final String PASSWORD = KeycloakConsole.PASSWORD;
    private static Stack stack;
    private static KeycloakConsole console;

    @BeforeAll
    static void open() {
        stack = TestStack.get();
        console = new KeycloakConsole(stack);
    }

    @Test
    void aStolenCodeIsWorthNothingWithoutTheVerifier() {
        console.createAccount("pkce");
        BlindBrowser browser = new BlindBrowser(stack.url());

        Page redirect = browser.get("/login?returnTo=/");

        assertThat(redirect.header("Location")).contains("code_challenge_method=S256", "code_challenge=");
        assertThat(browser.login("pkce@example.org", PASSWORD, "/").address()).hasToString(stack.url() + "/");
    }

    @Nested
    class WhenTokensAreRefreshed {

        @AfterEach
        void asUsual() {
            console.accessTokensLive(300);
        }

        @Test
        void aRoleTakenAwayStaysAway() {
            String id = console.createAccount("demoted", "staff");
            console.accessTokensLive(5);
            BlindBrowser browser = new BlindBrowser(stack.url());
            browser.login("demoted@example.org", PASSWORD, "/");
            assertThat(Visitor.in(browser)).isEqualTo(Visitor.STAFF);

            console.takeRole(id, "staff");

            assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);
            assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);
        }

        @Test
        void aDisabledMemberIsOut() {
            String id = console.createAccount("locked");
            console.accessTokensLive(5);
            BlindBrowser browser = new BlindBrowser(stack.url());
            browser.login("locked@example.org", PASSWORD, "/");

            console.disable(id);

            assertThat(Visitor.in(browser)).isEqualTo(Visitor.STRANGER);
        }

        @Test
        void aKnownMemberStaysWhileKeycloakIsSilentAndIsAskedForAgainAfterwards() throws Exception {
            String id = console.createAccount("patient");
            console.accessTokensLive(5);
            BlindBrowser browser = new BlindBrowser(stack.url());
            browser.login("patient@example.org", PASSWORD, "/");
            assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);

            signalKeycloak("-STOP");
            try {
                assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);
                assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);
            } finally {
                signalKeycloak("-CONT");
            }

            console.giveRole(id, "staff");
            Patience.awaitThat(() -> Visitor.in(browser), Visitor.STAFF);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/callback",
                "/callback?code=x&state=y",
                "/callback?error=access_denied&state=y",
                "/callback?code=x"
            })
    void aLoginThatFailsSaysSoKindly(String path) {
        BlindBrowser stranger = new BlindBrowser(stack.url());
        assertKind(stranger.get(path));

        BlindBrowser beginner = new BlindBrowser(stack.url());
        beginner.get("/login");
        assertKind(beginner.get(path));
    }

    private static void assertKind(Page page) {
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("<h1").doesNotContain("Payara", "Exception", "\tat ");
    }

    @Test
    void loginWorksBehindAProxy() {
        console.createAccount("proxied");
        BlindBrowser browser = BlindBrowser.throughProxy(stack.url());

        Page landed = browser.login("proxied@example.org", PASSWORD, "/questions");

        assertThat(landed.address()).hasToString(stack.url() + "/questions");
        assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);
    }

    @Test
    void aConsoleWithoutSessionIsLedToTheLoginByItsScript() {
        Page answer = new BlindBrowser(stack.url())
                .post("/moderation", Map.of("x", "y"), "Origin", stack.url(), "Faces-Request", "partial/ajax");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/xml");
        assertThat(answer.body()).contains("<partial-response><redirect url=\"/login?returnTo=%2Fmoderation\"/>");
    }

    @Nested
    class WhenAnApiClientComes {

        @Test
        void itsTokenIsEnough() {
            assertThat(stack.call("GET", "/api/v1/me", stack.token("asker"), null)
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void aTokenThatDoesNotHoldIsAnsweredInItsLanguage() {
            String token = stack.token("asker");
            String forged = token.substring(0, token.length() - 4) + "AAAA";

            var answer = stack.call("GET", "/api/v1/categories", forged, null);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.body()).contains("\"status\":401", "The token is not valid");
        }

        @Test
        void aTokenForAnotherAudienceIsRefused() {
            assertThat(stack.call("GET", "/api/v1/categories", console.foreignToken("asker"), null)
                            .statusCode())
                    .isEqualTo(401);
        }

        @Test
        void aPasswordIsNoToken() {
            assertThat(stack.call("GET", "/api/v1/categories", null, null, "Authorization", "Basic YTpi")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private static void signalKeycloak(String signal) throws IOException, InterruptedException {
        String port = "--http-port=" + stack.keycloak().url().replaceAll(".*:", "");
        ProcessHandle keycloak = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(port))
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("kill", signal, String.valueOf(keycloak.pid()))
                .start()
                .waitFor();
    }
}
