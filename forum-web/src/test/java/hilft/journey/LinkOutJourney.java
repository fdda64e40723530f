package hilft.journey;

import hilft.stack.Browser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An admin connects X, staff lead people there to an official answer, and nothing is posted twice or lost. */
class LinkOutJourney {
    private static final String QUESTION = "WLAN bricht jeden Abend zwischen 19 und 22 Uhr ab, LAN läuft";
    private static final String TEXT = "Text des Beitrags";

    private static final Site site = Site.open();
    private static final Browser browser = Browser.open();

    @RegisterExtension
    final Cast cast = new Cast(site, browser, 1280, 10, 390);

    private final String run = Long.toString(Instant.now().toEpochMilli() % 1_000_000);
    private final String answer = "Mit der Fassung 7." + run + " am Monatsende bleibt das WLAN abends an.";
    private final String post = "Gute Nachricht: Fassung 7." + run + " behebt die Abbrüche am Abend.";
    private String thread = "";

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void anOfficialAnswerIsLinkedOutOnceWhateverHappensOnTheWay() {
        anAdminIsRefusedByXAndThenConnectsIt();
        var stefan = staffAnswerOfficially();
        heComposesAndIsToldWhatIsTooLong(stefan);
        heSendsAndXAcceptsWithoutAnAnswer(stefan);
        theThreadShowsItToStaff(stefan);
        aFailedOneIsGivenUp(stefan);
        aCustomerSeesNoneOfIt();

        cast.nothingWentWrong();
    }

    private void anAdminIsRefusedByXAndThenConnectsIt() {
        var ada = cast.person().opens("/").logsIn("admin");
        ada.presses("Menü von Ada Admin").presses("Verwaltung").sees("Konten des Forums");
        ada.isAt("/admin/channels").looks("channels");

        connects(ada).presses("Deny").sees("Auf X wurde die Erlaubnis nicht erteilt.");
        ada.opens("/admin/channels/x/callback?state=erfunden&code=erfunden")
                .sees("Diese Verbindung hast du nicht begonnen");
        connects(ada).presses("Allow").sees("X ist verbunden.");
        ada.sees("Verbunden von").sees("Ada Admin").looks("channels-connected");
        ada.presses("Trennen").sees("Danach kann niemand mehr auf X verlinken").looks("channels-disconnect");
    }

    private Person connects(Person ada) {
        ada.page().locator("form[action$='/connect'] button").click();
        return ada.sees("Allow");
    }

    private Person staffAnswerOfficially() {
        var stefan =
                cast.person().opens("/search?q=WLAN+abends").logsIn("staff").presses(QUESTION);
        stefan.writes("Deine Antwort", answer).presses("Antwort veröffentlichen");
        stefan.sees("Danke, deine Antwort ist veröffentlicht.");
        thread = stefan.path();
        return stefan;
    }

    private void heComposesAndIsToldWhatIsTooLong(Person stefan) {
        stefan.presses("Auf X verlinken", answer).sees("So wird es aussehen");
        var text = stefan.page().locator("#text");
        var link = stefan.page().locator("#compose").getAttribute("data-link");
        assertThat(text.inputValue()).contains(answer).contains(link);
        stefan.sees("Dieser Beitrag: 0,20 $").sees("frei von").looks("link-out-new");

        stefan.writes(TEXT, post + " " + "Sehr ausführlich. ".repeat(20) + link).sees("Zeichen zu viel");
        stefan.presses("Auf X veröffentlichen").expects("422 POST /desk/link-outs/new");
        assertThat(stefan.page().locator("#text-error")).containsText("zu lang");
        assertThat(text).hasAttribute("aria-invalid", "true");
        assertThat(text.inputValue()).startsWith(post).endsWith(link);
        stefan.looks("link-out-too-long");

        stefan.writes(TEXT, post).sees("Der Link");
        assertThat(stefan.page().locator("#text-live")).isVisible();
        stefan.writes("Antwort auf einen Beitrag", "der von gestern");
        assertThat(stefan.page().locator("#replyTo-live")).isVisible();
        stefan.writes("Antwort auf einen Beitrag", "").writes(TEXT, post + " " + link);
        assertThat(stefan.page().locator("#text-live")).isHidden();
        assertThat(stefan.page().locator("#text-count")).containsText("von 280 Zeichen");
        assertThat(stefan.page().locator("[data-preview-text]")).containsText(post);
    }

    private void heSendsAndXAcceptsWithoutAnAnswer(Person stefan) {
        site.letX("POST /2/tweets", "timeout-after-accept", 2);
        stefan.pressesTwiceQuickly("Auf X veröffentlichen").sees("Der Beitrag ist unterwegs zu X.");
        stefan.sees("Stefan Service hat den Beitrag verfasst").looks("link-out-on-its-way");

        // the page shows by itself what becomes of it
        stefan.sees("Auf X nachgesehen").sees("Auf X erschienen").looks("link-out-sent");
        var onX = stefan.page().locator("#open .button.is-main").getAttribute("href");
        stefan.opensASecondTab(onX, () -> stefan.sees(post));
        assertThat(site.postsOnX(post)).as("a post accepted without an answer").isEqualTo(1);

        stefan.opens("/").presses("Menü von Stefan Service").presses("Service-Desk");
        stefan.isAt("/desk/link-outs").sees(post).looks("link-outs");
        stefan.presses("Aufgegeben").sees("Aufgegeben");
    }

    private void theThreadShowsItToStaff(Person stefan) {
        stefan.opens(thread).sees(answer);
        assertThat(stefan.place(answer)).containsText("Gesendet");
        assertThat(stefan.place(answer)).containsText("Auf X ansehen");
        stefan.looks("thread-link-outs");

        stefan.presses("Auf X verlinken", answer)
                .writes(TEXT, post + " " + stefan.page().locator("#compose").getAttribute("data-link"));
        stefan.presses("Auf X veröffentlichen").expects("409 POST /desk/link-outs/new");
        stefan.sees("schon verschickt");
        assertThat(stefan.page().locator("#text").inputValue()).startsWith(post);
    }

    private void aFailedOneIsGivenUp(Person stefan) {
        site.letX("POST /2/tweets", "403", 0);
        var other = "Noch einmal in Kürze: Fassung 7." + run + " kommt am Monatsende.";
        stefan.opens(thread).presses("Auf X verlinken", answer);
        stefan.writes(TEXT, other + " " + stefan.page().locator("#compose").getAttribute("data-link"));
        stefan.presses("Auf X veröffentlichen").sees("Der Beitrag ist unterwegs zu X.");
        stefan.sees("Nicht angekommen").looks("link-out-failed");
        stefan.presses("Aufgeben").sees("Der Beitrag wird nicht mehr gesendet.");
        stefan.sees("Stefan Service hat aufgegeben");
        assertThat(site.postsOnX(other)).as("a post given up").isZero();
    }

    private void aCustomerSeesNoneOfIt() {
        var anna = cast.person().opens(thread).logsIn("asker").sees(answer);
        anna.seesNothingOf("Auf X verlinken").seesNothingOf("Auf X ansehen");
        for (var page : List.of("/desk/link-outs", "/desk/link-outs/new", "/admin/channels")) {
            anna.opens(page).sees("Das dürfen nur andere").expects("403 GET " + page);
        }
    }
}
