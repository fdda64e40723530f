package hilft.web.security;

import hilft.stack.BlindBrowser;
import hilft.stack.BlindBrowser.Page;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What browsers are told about our pages. */
class SecurityHeadersIT {

    private static final String POLICY = "Content-Security-Policy";
    private static Stack stack;

    @BeforeAll
    static void open() {
        stack = TestStack.get();
    }

    @Test
    void publicPagesAllowNoInlineScriptAndNoFrame() {
        for (String path : new String[] {
            "/",
            "/questions",
            "/no-such-page",
            "/callback",
            "/questions/987654321",
            "/categories/no-such",
            "/events/987654321"
        }) {
            Page page = new BlindBrowser(stack.url()).get(path);

            assertThat(page.response().headers().allValues(POLICY)).as(path).hasSize(1);
            assertThat(page.header(POLICY))
                    .contains(
                            "script-src 'self'",
                            "frame-ancestors 'none'",
                            "form-action 'self' " + stack.keycloak().url())
                    .doesNotContain("unsafe", "nonce");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
            assertThat(page.header("X-Request-Id")).isNotEmpty();
            assertThat(page.header("Strict-Transport-Security")).isEmpty();
            assertThat(page.body()).doesNotContain("<script>");
        }
    }

    @Test
    void consolesAllowScriptsByNonceAlone() {
        String name = "watcher";
        new KeycloakConsole(stack).createAccount(name, "moderator");
        BlindBrowser browser = new BlindBrowser(stack.url());
        browser.login(name + "@example.org", KeycloakConsole.PASSWORD, "/");

        Page page = browser.get("/moderation");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().headers().allValues(POLICY)).hasSize(1);
        assertThat(page.header(POLICY))
                .contains("frame-ancestors 'none'")
                .containsPattern("script-src 'self' 'nonce-[^']+'")
                .doesNotContain("script-src 'self' 'unsafe", "unsafe-eval");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void anErrorNamesTheRequest() {
        Page page = new BlindBrowser(stack.url()).get("/callback", "X-Request-Id", "probe-0123456789");

        assertThat(page.header("X-Request-Id")).isEqualTo("probe-0123456789");
        assertThat(page.body()).contains("probe-0123456789");
    }
}
