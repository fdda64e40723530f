package hilft.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import hilft.stack.Browser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Pages are light, fit a small screen, and work without scripts, without a mouse and in either language. */
class PagesJourney {
    private static final Site site = Site.open();
    private static final Browser browser = Browser.open();
    private static final String THREAD = "WLAN bricht jeden Abend zwischen 19 und 22 Uhr ab, LAN läuft";

    private static final String NAMES_IN_ONE_LINE =
            "[...document.querySelectorAll('.console-rail .tile-name')].every(name => name.offsetHeight < 40)";

    private final Album album = new Album(1280);

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void theFirstVisitOfAThreadCostsLittle() {
        var thread = threadPath();
        try (var visitor = person(390)) {
            var bytes = new AtomicLong();
            var requests = new AtomicInteger();
            var network = visitor.context().newCDPSession(visitor.page());
            network.on("Network.requestWillBeSent", event -> requests.incrementAndGet());
            network.on(
                    "Network.loadingFinished",
                    event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
            network.send("Network.enable");

            visitor.opens(thread).sees(THREAD);
            tell("First visit of a thread: %,d bytes in %d requests", bytes.get(), requests.get());
            assertThat(requests.get()).isLessThanOrEqualTo(15);
            assertThat(bytes.get()).isBetween(1L, 100_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/questions",
                "/questions?state=unanswered&sort=votes",
                "THREAD",
                "/search?q=router",
                "/search?q=Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller",
                "/categories/internet",
                "/tags/router",
                "/members/maximiliane-von-hohenste",
                "/leaderboard",
                "/ask",
                "/legal/terms",
                "/legal/privacy",
                "/legal/imprint",
                "/nowhere"
            })
    void nothingIsWiderThanASmallPhone(String page) {
        try (var visitor = person(320)) {
            visitor.opens(page.equals("THREAD") ? threadPath() : page);
            assertThatItFits(visitor, page);
            if (page.matches("/(categories|tags|legal)/.*")) looks(visitor, page);
        }
    }

    @Test
    void noConsoleIsWiderThanASmallPhone() {
        try (var admin = person(320)) {
            admin.opens("/admin/search").logsIn("admin");
            for (var page : List.of(
                    "/admin/search",
                    "/admin/search/index",
                    "/admin/search/confidence",
                    "/admin/search/synonyms",
                    "/admin/channels",
                    "/admin/categories",
                    "/admin/categories/internet",
                    "/admin/categories/new",
                    "/admin/curation",
                    "/admin/tags",
                    "/admin/tags/router",
                    "/moderation",
                    "/moderation/log",
                    "/desk/link-outs",
                    "/marketing/events")) {
                admin.opens(page);
                assertThatItFits(admin, page);
                assertThat(admin.page().evaluate(NAMES_IN_ONE_LINE))
                        .as("names in the rail of " + page)
                        .isEqualTo(true);
                if (page.matches("/admin/(categories|tags|curation).*")) looks(admin, page);
            }
        }
    }

    /** Making, changing, moving, archiving and merging in the consoles, and the log of it. */
    @Test
    void anAdminPutsTheHouseInOrder() {
        var number = Long.toString(System.nanoTime() % 100_000_000);
        try (var ada = person(1280)) {
            ada.opens("/").logsIn("admin");
            sheOpensACategory(ada, "ordnung-" + number);
            sheChangesWhatWasChangedElsewhere(ada, "ordnung-" + number);
            sheMovesAndArchivesIt(ada, "ordnung-" + number);
            sheMergesATag(ada, "alt-" + number, "neu-" + number);
            ada.opens("/admin/curation").sees("ordnung-" + number).sees("alt-" + number);
            assertThat(ada.troubles()).isEmpty();
        }
    }

    private void sheOpensACategory(Person ada, String slug) {
        var me = ada.page().request().get(site.url() + "/api/v1/me").text();
        var handle = new com.google.gson.Gson()
                .fromJson(me, JsonObject.class)
                .get("handle")
                .getAsString();
        ada.opens("/admin/categories").presses("Neue Kategorie");
        ada.writes("Name auf Deutsch", slug).writes("Name auf Englisch", slug);
        ada.writes("Beschreibung auf Deutsch", "Was im Haus geregelt ist");
        ada.writes("Beschreibung auf Englisch", "What is settled in the house");
        ada.writes("Kurzname", slug);
        ada.page().locator("#icon .pick").first().click();
        ada.page().locator("#colour .pick").first().click();
        ada.page().locator("#moderators").fill(handle);
        ada.presses("Kategorie anlegen").sees("Die Kategorie ist angelegt.");
        ada.opens("/categories/" + slug).sees("Betreut von");
        looks(ada, "/categories/moderated");
    }

    private void sheChangesWhatWasChangedElsewhere(Person ada, String slug) {
        var edit = "/admin/categories/" + slug;
        ada.opens(edit);
        var elsewhere = ada.page()
                .request()
                .patch(
                        site.url() + "/api/v1/categories/" + slug,
                        RequestOptions.create()
                                .setHeader("Origin", site.url())
                                .setHeader("If-Match", "*")
                                .setData(Map.of("nameEn", "House rules")));
        assertThat(elsewhere.status()).isEqualTo(200);
        ada.writes("Beschreibung auf Deutsch", "Was im Haus gilt").presses("Änderungen speichern");
        ada.sees("Zwei Fassungen zur gleichen Zeit").expects("412 POST " + edit);
        assertThat(ada.page().locator(".conflict .versions")).containsText("House rules");
        looks(ada, "/admin/categories/conflict");
        ada.seesIn("Beschreibung auf Deutsch", "Was im Haus gilt").presses("Änderungen speichern");
        ada.sees("Die Kategorie ist geändert.");
    }

    private void sheMovesAndArchivesIt(Person ada, String name) {
        ada.opens("/admin/categories");
        var place = ada.place(name).locator(".order-place");
        var last = Integer.parseInt(place.innerText());
        ada.presses("Nach oben: " + name);
        assertThat(place).hasText(String.valueOf(last - 1));
        ada.presses("Archivieren: " + name).sees("Die Kategorie ist archiviert.");
        assertThat(ada.place(name)).containsText("Zurückholen");
        looks(ada, "/admin/categories/archive");
        ada.opens("/categories/" + name).sees("Diese Kategorie ist abgeschlossen.");
    }

    private void sheMergesATag(Person ada, String from, String into) {
        var asked = Map.of(
                "title",
                "Unter welchem Wort findet man " + from + "?",
                "body",
                "Beide Wörter meinen dasselbe, und eines genügt.",
                "category",
                "internet",
                "tags",
                List.of(from, into));
        var made = ada.page()
                .request()
                .post(
                        site.url() + "/api/v1/questions",
                        RequestOptions.create().setHeader("Origin", site.url()).setData(asked));
        assertThat(made.status()).isEqualTo(201);
        ada.opens("/admin/tags/" + from).writes("Das andere Schlagwort", into).presses("Zusammenführen");
        ada.sees("„" + from + "“ führt jetzt zu „" + into + "“.");
        ada.opens("/tags/" + from).isAt("/tags/" + into);
    }

    @Test
    void whatAMemberFollowsAndWroteKeepsNobodyOut() {
        try (var member = person(390)) {
            member.opens("/mine").logsIn("asker");
            for (var page : List.of("/mine", "/mine?show=answers", "/mine?show=followed")) {
                member.opens(page);
                assertThat(member.page().locator(".row").first()).isVisible();
                looks(member, page);
            }
        }
    }

    /** Pages that nobody comes by in another journey. */
    private void looks(Person reader, String page) {
        reader.looks(page.substring(1).replaceAll("[^a-z]+", "-"));
        assertThat(album.barriers()).isEmpty();
    }

    private static void assertThatItFits(Person reader, String page) {
        assertThat(reader.page().evaluate("document.documentElement.scrollWidth"))
                .as("width of " + page + ", too wide: " + tooWide(reader.page()))
                .isEqualTo(320);
    }

    private static Object tooWide(Page page) {
        return page.evaluate("""
                [...document.querySelectorAll('body *')]
                  .filter(one => one.getBoundingClientRect().right > 321 && one.checkVisibility())
                  .map(one => one.tagName + '.' + one.className).slice(0, 5).join(' ')""");
    }

    @Test
    void everythingWorksWithoutScripts() {
        var title = "Ohne Skript gefragt: Warum blinkt die Lampe am Router? " + System.nanoTime();
        try (var asker = personWithoutScripts();
                var helper = personWithoutScripts()) {
            asker.opens("/ask").logsIn("asker").writes("Titel", title);
            asker.writes("Beschreibung", "Sie blinkt seit heute Morgen rot, das Internet geht trotzdem.");
            asker.presses("Frage veröffentlichen").expects("422 POST /ask").chooses("Kategorie", "internet");
            asker.presses("Frage veröffentlichen").sees("Deine Frage ist veröffentlicht.");
            var thread = asker.path();
            sheEditsInTwoWindows(asker, thread);

            helper.opens(thread).logsIn("helper").sees(title);
            helper.writes("Deine Antwort", "Rot heißt nur, dass die Telefonie noch nicht angemeldet ist.");
            helper.presses("Antwort veröffentlichen").sees("Danke, deine Antwort ist veröffentlicht.");
            helper.presses("Hilfreich", "Sie blinkt seit heute").presses("Habe ich auch", "Sie blinkt seit heute");
            helper.sees("1 weitere Person betroffen");
            assertThat(helper.place("Sie blinkt").locator(".vote-score")).containsText("1");

            asker.awaits(() -> site.mailed("asker@example.org", title));
            asker.opens(thread).presses("Hilfreich", "Rot heißt nur");
            asker.presses("Als Lösung annehmen", "Rot heißt nur").sees("Danke, die Lösung steht jetzt oben.");
            asker.presses("Lösung zurücknehmen").sees("Die Lösung ist zurückgenommen.");
            asker.presses("Menü von Anna Fragt").presses("Abmelden").sees("Registrieren");
            assertThat(asker.troubles()).isEmpty();
            assertThat(helper.troubles()).isEmpty();
        }
    }

    private static void sheEditsInTwoWindows(Person asker, String thread) {
        var other = "Sie blinkt seit heute Morgen rot, und das Telefon ist tot.";
        var mine = "Sie blinkt seit heute Mittag rot, das Internet geht trotzdem.";
        var edit = thread.replaceFirst("^(/questions/\\d+).*", "$1/edit");
        asker.opens(edit)
                .opensASecondTab(
                        edit,
                        () -> asker.writes("Beschreibung", other)
                                .presses("Änderung speichern")
                                .sees("Die Änderung ist gespeichert."));
        asker.writes("Beschreibung", mine).presses("Änderung speichern");
        asker.sees("Zwei Fassungen zur gleichen Zeit").expects("412 POST " + edit);
        assertThat(asker.page().locator(".conflict del:has-text('Telefon')").first())
                .isVisible();
        assertThat(asker.page().locator(".conflict ins:has-text('Internet')").first())
                .isVisible();
        asker.seesIn("Beschreibung", mine).presses("Änderung speichern").sees("Die Änderung ist gespeichert.");
    }

    @Test
    void theKeyboardIsEnough() {
        try (var member = person(1280)) {
            member.opens("/").logsIn("expert").opens("/ask");
            var keyboard = member.page().keyboard();
            keyboard.press("Tab");
            assertThat(focused(member)).isEqualTo("Zum Inhalt");
            keyboard.press("Enter");
            keyboard.press("Tab");
            assertThat(member.page().locator("#title")).isFocused();
            keyboard.type("Wie lange dauert eine Rufnummernmitnahme?");
            tabTo(member, "#category");
            keyboard.type("Mobil");
            tabTo(member, "#body");
            keyboard.press("Control+End");
            keyboard.type("Ich wechsle nächste Woche und brauche die Nummer beruflich. ");
            keyboard.press("Control+b");
            keyboard.type("Danke");
            keyboard.press("Control+Shift+Period");
            assertThat(member.page().locator("#body"))
                    .hasValue(Pattern.compile("(^|\\n)> .*brauche die Nummer beruflich\\. \\*\\*Danke\\*\\*$"));
            assertThat(member.page().locator("[data-mark=bold]")).hasAttribute("title", "Fett (Strg+B)");
            tabTo(member, "#publish");
            member.page().locator("#body").focus();
            keyboard.press("Control+Enter");
            member.sees("Deine Frage ist veröffentlicht.");

            member.opens("/");
            member.page().locator("details.menu summary").focus();
            keyboard.press("Enter");
            assertThat(member.page().getByText("Abmelden")).isVisible();
            keyboard.press("Escape");
            assertThat(member.page().getByText("Abmelden")).isHidden();
            assertThat(member.page().locator("details.menu summary")).isFocused();

            member.opens("/questions");
            keyboard.press("/");
            assertThat(member.page().locator("#search")).isFocused();
        }
    }

    private static void tabTo(Person member, String field) {
        for (var steps = 0; steps < 25; steps++) {
            member.page().keyboard().press("Tab");
            if ((boolean) member.page().evaluate("field => document.activeElement.matches(field)", field)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + field);
    }

    private static String focused(Person member) {
        return String.valueOf(member.page().evaluate("document.activeElement.innerText"));
    }

    @Test
    void theBrowsersLanguageAndThemeCountUntilSomebodyChooses() {
        try (var visitor = Person.withBrowser(browser.chromium(), site, album, 1280, "en-GB")) {
            visitor.opens("/").sees("What can we solve for you?");
            visitor.presses("Dark");
            assertThat(visitor.page().locator("html")).hasAttribute("data-theme", "dark");
            visitor.opens("/questions").presses("Deutsch").sees("Neueste");
            assertThat(visitor.page().locator("html")).hasAttribute("data-theme", "dark");
            assertThat(visitor.page().locator("html")).hasAttribute("lang", "de");
            assertThat(visitor.context().cookies().stream().map(cookie -> cookie.name))
                    .as("a reader gets no session")
                    .containsExactlyInAnyOrderElementsOf(List.of("hilft-lang", "hilft-theme"));
        }
    }

    private static String threadPath() {
        var found = new com.google.gson.Gson()
                .fromJson(site.text("/api/v1/search?q=" + "WLAN+abends"), JsonObject.class)
                .getAsJsonArray("items");
        for (var item : found) {
            if (item.getAsJsonObject().get("title").getAsString().equals(THREAD)) {
                return item.getAsJsonObject().get("url").getAsString();
            }
        }
        throw new AssertionError("The demo content has no " + THREAD);
    }

    private Person person(int width) {
        return Person.withBrowser(browser.chromium(), site, album, width);
    }

    private Person personWithoutScripts() {
        return Person.withoutScripts(browser.chromium(), site, album, 1280);
    }

    @SuppressWarnings("SystemOut") // a measured number belongs into the build's output
    private static void tell(String sentence, Object... numbers) {
        System.out.printf(java.util.Locale.ROOT, sentence + "%n", numbers);
    }
}
