package hilft.journey;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import hilft.stack.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A question is answered while it is being written, nothing is ever in the way of asking it, and admins see both. */
@ParameterizedClass(name = "on a screen {0} px wide")
@ValueSource(ints = {1280, 390})
class AnsweredBeforeAskingJourney {
    private static final String TYPED = "WLAN bricht jeden Abend ab, LAN läuft";
    private static final String THREAD = "WLAN bricht jeden Abend zwischen 19 und 22 Uhr ab, LAN läuft";
    private static final String SOLUTION = "23 Netze auf 2,4 GHz ist viel";
    private static final String BODY = "Jeden Abend ab 19 Uhr ist das WLAN weg, am Kabel geht alles.";

    private static final Site site = Site.open();
    private static final Browser browser = Browser.open();

    private final int width;

    @RegisterExtension
    final Cast cast;

    private final String run = Long.toString(Instant.now().toEpochMilli() % 1_000_000);
    /** In letters, since numbers are left out of what was searched. */
    private final String newWord = "zqx"
            + run.chars()
                    .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a')))
                    .collect(Collectors.joining());

    AnsweredBeforeAskingJourney(int width) {
        this.width = width;
        this.cast = new Cast(site, browser, width, 20);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aQuestionIsAnsweredBeforeItIsAsked() {
        var visitor = cast.person().opens("/ask").sees("Sobald du tippst");
        aTitleBringsSuggestionsAndMovesNothing(visitor);
        theSolutionIsReadInPlaceAndHelps(visitor);
        sheGoesOnWritingAndThenLeaves(visitor);
        whoSaysMeTooLogsInOnTheWay(visitor);
        cast.nothingWentWrong();
    }

    private void aTitleBringsSuggestionsAndMovesNothing(Person visitor) {
        var page = visitor.page();
        var before = places(page);
        page.locator("#title").click();
        page.keyboard().type("WLAN bric");
        page.keyboard().type(TYPED.substring("WLAN bric".length()));
        visitor.sees(THREAD);
        assertThat(page.locator("#title")).isFocused();
        assertThat(places(page)).as("where the fields are").isEqualTo(before);
        assertThat(page.locator("#similar [role=status]")).hasText(Pattern.compile("\\d ähnliche Fragen?, \\d gelöst"));
        visitor.looks("ask-suggestions");
    }

    /** What moves on its own is a defect, so this is asked for wherever something arrives. */
    private static Object places(Page page) {
        return page.evaluate(
                "['#title', '#category', '#body', '#publish'].map(one => Math.round(document.querySelector(one).getBoundingClientRect().top + scrollY)).join(' ')");
    }

    private void theSolutionIsReadInPlaceAndHelps(Person visitor) {
        suggestion(visitor).locator("summary").click();
        visitor.sees(SOLUTION).sees("angenommen von Anna Fragt").looks("ask-solution");
        visitor.pressesForANewTab(
                "Ganze Frage ansehen (in neuem Tab)", () -> visitor.sees("von Anna Fragt angenommen"));
        suggestion(visitor).getByText("Das hat geholfen").click();
        visitor.sees("Schön, dass es geholfen hat").seesNothingOf("Kategorie").looks("ask-helped");
        assertThat(visitor.page().locator(".similar-thanks h2")).isFocused();
    }

    private void sheGoesOnWritingAndThenLeaves(Person visitor) {
        visitor.presses("Trotzdem fragen").seesIn("Titel", TYPED).sees("Kategorie");
        assertThat(visitor.page().locator("#title")).isFocused();
        suggestion(visitor).getByText("Das hat geholfen").click();
        visitor.presses("Fertig").sees("Was können wir für dich lösen?");
        visitor.opens("/ask").seesIn("Titel", "");
    }

    private void whoSaysMeTooLogsInOnTheWay(Person visitor) {
        visitor.page().locator("#title").pressSequentially(TYPED);
        visitor.writes("Beschreibung", BODY);
        suggestion(visitor).locator("summary").click();
        suggestion(visitor).getByText("Habe ich auch").click();
        visitor.writesPassword("expert").sees("Notiert: Du hast das auch");
        visitor.presses("Trotzdem fragen").seesIn("Titel", TYPED).seesIn("Beschreibung", BODY);
        suggestion(visitor).locator("summary").click();
        suggestion(visitor).getByText("Habe ich auch").click();
        visitor.presses("Zur Frage").sees(THREAD);
        assertThat(visitor.page().getByText("Habe ich auch").first()).hasAttribute("aria-pressed", "true");
    }

    private static Locator suggestion(Person person) {
        return person.page().locator(".suggestion").filter(new Locator.FilterOptions().setHasText(THREAD));
    }

    @Test
    void theKeyboardIsEnoughAndAskingIsNeverInTheWay() {
        var member = cast.person().opens("/").logsIn("uwe.bottrop").opens("/ask");
        var page = member.page();
        page.locator("#title").focus();
        page.keyboard().type(TYPED);
        member.sees(THREAD);
        tabTo(page, ".suggestion summary");
        page.keyboard().press("Enter");
        member.sees(SOLUTION);
        tabTo(page, "[data-deed=solve]");
        page.keyboard().press("Enter");
        assertThat(page.locator(".similar-thanks h2")).isFocused();
        tabTo(page, "[data-deed=ask]");
        page.keyboard().press("Enter");
        assertThat(page.locator("#title")).isFocused();

        var title = "Lauf " + run + ": WLAN abends weg, obwohl das Kabel geht";
        page.keyboard().press("Control+A");
        page.keyboard().type(title);
        tabTo(page, "#category");
        page.keyboard().type("Internet");
        tabTo(page, "#body");
        page.keyboard().type(BODY);
        tabTo(page, "#publish");
        page.keyboard().press("Enter");
        member.sees("Deine Frage ist veröffentlicht.").sees(title);

        theServerKeepsSilent(member);
        cast.nothingWentWrong();
    }

    private static void tabTo(Page page, String field) {
        for (var steps = 0; steps < 40; steps++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("field => document.activeElement.matches(field)", field)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + field);
    }

    private void theServerKeepsSilent(Person member) {
        var page = member.page();
        page.route("**/api/v1/similar**", route -> {});
        member.opens("/ask").chooses("Kategorie", "internet").writes("Beschreibung", BODY);
        var before = places(page);
        page.locator("#title").pressSequentially("Lauf " + run + ": Der Router blinkt rot und grün");
        assertThat(places(page)).as("where the fields are").isEqualTo(before);
        member.presses("Frage veröffentlichen").sees("Deine Frage ist veröffentlicht.");
        page.unroute("**/api/v1/similar**");
    }

    @Test
    void adminsSeeWhatIsAnsweredAndTeachTheSearch() throws IOException {
        var reader = cast.person().opens("/search?q=" + newWord).sees("Nichts gefunden");
        var ada = cast.person().opens("/").logsIn("admin").opens("/admin/search");
        ada.sees(newWord).sees("mussten nicht gefragt werden").looks("admin-search");
        var download = ada.page().waitForDownload(() -> ada.presses("CSV: Ohne Ergebnis"));
        assertThat(text(download)).startsWith("\uFEFFSuche,").contains(newWord + ",1,1\r\n");

        ada.presses("Synonyme").sees("Wörter, die dasselbe bedeuten");
        var list = ada.page().locator("#synonyms").inputValue();
        ada.writes("Wörter, die dasselbe bedeuten", newWord + "\n" + list).presses("Liste speichern");
        ada.sees("Zeile 1: Hier fehlt ein zweites Wort").expects("422 POST /admin/search/synonyms");
        ada.looks("admin-synonyms-wrong-line");
        ada.writes("Wörter, die dasselbe bedeuten", newWord + ", Router\n" + list);
        ada.writes("Beispielfrage", "Mein " + newWord + " ist kaputt").presses("Ausprobieren");
        ada.sees("Mit Plus: von der Liste hinzugefügt.").looks("admin-synonyms-tried");
        ada.presses("Liste speichern").sees("Die Liste ist gespeichert und gilt.");

        ada.presses("Treffsicherheit").sees("Antwort ohne Mensch").looks("admin-confidence");
        ada.presses("Index").sees("Aktuell").presses("Index neu bauen").presses("Jetzt neu bauen");
        ada.sees("Der Index wird neu gebaut.").sees("Aktuell").looks("admin-index");
        reader.opens("/admin/search").sees("Noch kein Konto?");
        cast.nothingWentWrong();
    }

    private static String text(Download download) throws IOException {
        return Files.readString(download.path());
    }
}
