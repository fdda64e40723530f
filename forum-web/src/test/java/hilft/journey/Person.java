package hilft.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Somebody with a browser of their own, who reads words, presses what is named so, and writes into labelled fields. What
 * goes wrong behind the page is remembered.
 */
final class Person implements AutoCloseable {
    private static final String PASSWORD = "hilft-demo";
    private static final int PATIENCE = 20_000;

    private final Site site;
    private final Album album;
    private final BrowserContext context;
    private final List<String> troubles = new ArrayList<>();
    private Page page;

    static Person withBrowser(Browser browser, Site site, Album album, int width) {
        return withBrowser(browser, site, album, width, "de-DE");
    }

    static Person withBrowser(Browser browser, Site site, Album album, int width, String locale) {
        return new Person(site, album, browser.newContext(options(width).setLocale(locale)));
    }

    /** The same for somebody whose browser runs no scripts. */
    static Person withoutScripts(Browser browser, Site site, Album album, int width) {
        return new Person(
                site,
                album,
                browser.newContext(options(width).setLocale("de-DE").setJavaScriptEnabled(false)));
    }

    private static Browser.NewContextOptions options(int width) {
        var isPhone = width < 720;
        return new Browser.NewContextOptions()
                .setViewportSize(width, isPhone ? 844 : 800)
                .setIsMobile(isPhone)
                .setHasTouch(isPhone)
                .setTimezoneId("Europe/Berlin")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private Person(Site site, Album album, BrowserContext context) {
        this.site = site;
        this.album = album;
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        context.onResponse(this::noteRefusal);
        context.onRequestFailed(this::noteFailure);
        context.onConsoleMessage(message -> {
            // the responses themselves are noted with method and address
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                troubles.add("console: " + message.text() + " on " + message.location());
            }
        });
        context.onWebError(error -> troubles.add("script: " + error.error()));
        page = context.newPage();
    }

    private void noteRefusal(Response response) {
        if (response.status() >= 400) {
            troubles.add(response.status() + " " + response.request().method() + " "
                    + URI.create(response.url()).getPath());
        }
    }

    private void noteFailure(Request request) {
        // what a person leaves behind by going elsewhere is no failure
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            troubles.add(request.failure() + " " + request.method() + " " + request.url());
        }
    }

    Person opens(String path) {
        page.navigate(path.startsWith("http") ? path : site.url() + path);
        return this;
    }

    Person reloads() {
        page.reload();
        return this;
    }

    Person goesBack() {
        page.goBack();
        return this;
    }

    /** Opens another tab, looks, and closes it again. */
    Person opensASecondTab(String path, Runnable looking) {
        var first = page;
        page = context.newPage();
        opens(path);
        looking.run();
        page.close();
        page = first;
        return this;
    }

    /** Presses a link that opens a tab, looks, and closes it again. */
    Person pressesForANewTab(String name, Runnable looking) {
        var first = page;
        page = context.waitForPage(() -> presses(name));
        looking.run();
        page.close();
        page = first;
        return this;
    }

    /** Presses the link, button or tab with this name; a count after it does not matter. */
    Person presses(String name) {
        loaded();
        named(page.locator("body"), name).click();
        return this;
    }

    Person pressesTwiceQuickly(String name) {
        loaded();
        named(page.locator("body"), name).dblclick();
        return this;
    }

    /** Presses what is named so in the post, row or card that says these words. */
    Person presses(String name, String place) {
        loaded();
        named(place(place), name).click();
        return this;
    }

    /** The same, and waits until the server has it: a vote is shown at once but sent in the background. */
    Person pressesAndSends(String name, String place) {
        loaded();
        page.waitForResponse(
                answer -> !answer.request().method().equals("GET"),
                () -> named(place(place), name).click());
        return this;
    }

    private void loaded() {
        page.waitForLoadState(LoadState.LOAD);
    }

    Locator place(String words) {
        return page.locator("article, tr, li")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private static Locator named(Locator where, String name) {
        var exactly = Pattern.compile("^" + literally(name) + "( [\\d.]+)?$");
        return where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(exactly))
                .or(where.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(exactly)))
                .or(where.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(exactly)))
                .or(where.getByLabel(exactly).and(where.locator("summary")))
                .or(where.locator("summary").filter(new Locator.FilterOptions().setHasText(exactly)))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    Person writes(String label, String text) {
        loaded();
        field(label).fill(text);
        return this;
    }

    /** Sends what is written by the key that every composer knows. */
    Person sendsByKey(String label) {
        loaded();
        field(label).press("Control+Enter");
        return this;
    }

    Person chooses(String label, String option) {
        loaded();
        field(label).selectOption(option);
        return this;
    }

    Person ticks(String label) {
        loaded();
        field(label).check();
        return this;
    }

    private Locator field(String label) {
        var begins = Pattern.compile("^\\s*" + literally(label) + "\\s*(\\*|\\(.*\\))?\\s*$");
        return page.getByLabel(begins)
                .and(page.locator("input, select, textarea"))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    /** The browser matches by its own rules, which do not know Java's quoting. */
    private static String literally(String text) {
        return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0");
    }

    Person sees(String words) {
        assertThat(visible(words)).isVisible();
        return this;
    }

    private Locator visible(String words) {
        return page.getByText(words)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    Person seesNothingOf(String words) {
        loaded();
        assertThat(page.getByText(words).filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
        return this;
    }

    Person seesIn(String label, String text) {
        assertThat(field(label)).hasValue(text);
        return this;
    }

    /** Waits for something that happens outside the page, such as a mail. */
    Person awaits(BooleanSupplier something) {
        page.waitForCondition(something);
        return this;
    }

    Person isAt(String path) {
        page.waitForURL(site.url() + path);
        return this;
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    /** Keeps a picture of the page in light and dark and lets axe look at it. */
    Person looks(String name) {
        album.look(page, name);
        return this;
    }

    Person logsIn(String member) {
        presses("Anmelden");
        return writesPassword(member);
    }

    /** On Keycloak's page. */
    Person writesPassword(String member) {
        page.locator("#username").fill(member + "@example.org");
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(site.url()));
        return this;
    }

    /** The forum forgets who this is, as after hours of silence; Keycloak remembers. */
    Person isForgotten() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        return this;
    }

    /** For what has no words: order on the page, measures, cookies. */
    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** A refusal that belongs to the story, such as {@code 422 POST /ask}. */
    Person expects(String trouble) {
        page.waitForCondition(() -> troubles.remove(trouble));
        return this;
    }

    /** What went wrong behind the pages and was not expected. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        context.close();
    }
}
