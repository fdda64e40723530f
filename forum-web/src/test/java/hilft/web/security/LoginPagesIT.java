package hilft.web.security;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak's pages in the forum's dress are for everybody. */
class LoginPagesIT {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static Stack stack;
    private static hilft.stack.Browser chromium;

    @BeforeAll
    static void open() {
        stack = TestStack.get();
        chromium = hilft.stack.Browser.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/login, LIGHT, de, 1280",
        "/login, DARK, en, 390",
        "/register, LIGHT, en, 390",
        "/register, DARK, de, 1280"
    })
    void theyHaveNoBarriers(String path, ColorScheme scheme, String language, int width) {
        try (BrowserContext context = chromium.chromium()
                .newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setLocale(language)
                        .setViewportSize(width, 900))) {
            Page page = context.newPage();
            page.navigate(stack.url() + path);
            page.locator("button[type=submit], input[type=submit]").first().click();
            page.locator("#kc-page-title").waitFor();

            var barriers = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();

            assertThat(barriers)
                    .extracting(rule -> rule.getId() + " "
                            + rule.getNodes().stream()
                                    .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                    .toList())
                    .isEmpty();
        }
    }
}
