package hilft.journey;

import hilft.stack.Browser;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A customer registers, asks, is helped and is thanked; moderators keep order. */
@ParameterizedClass(name = "on a screen {0} px wide")
@ValueSource(ints = {1280, 390})
class SpineJourney {
    private static final String OLD_QUESTION = "WLAN bricht jeden Abend zwischen 19 und 22 Uhr ab, LAN läuft";
    private static final String BODY = """
            Seit dem Update fällt das WLAN im Dachgeschoss **jede Stunde** aus, im Wohnzimmer nicht.

            - Router neu gestartet
            - Kanal von 11 auf 6 gestellt

            Woran kann das liegen?""";
    private static final String HELP =
            "Die neue Fassung schaltet das Kanalwechseln ein. Stell unter „WLAN → Funkkanal“ den Kanal 36 fest ein.";
    private static final String SERVICE = "Mit der nächsten Fassung am Monatsende ist der Fehler behoben.";
    private static final String NOISE = "Kauft alle meinen Wunderverstärker, Link in meinem Profil.";

    private static final Site site = Site.open();
    private static final Browser browser = Browser.open();

    private final int width;

    @RegisterExtension
    final Cast cast;

    private final String run = Long.toString(Instant.now().getEpochSecond() % 1_000_000);
    private final String email = "lena.vogt." + run + "@example.org";
    private final String title = "Nach Fassung 7." + run + " bricht das WLAN im Dachgeschoss jede Stunde ab";
    private String thread = "";

    SpineJourney(int width) {
        this.width = width;
        this.cast = new Cast(site, browser, width, 0);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aCustomerIsHelpedAndModeratorsKeepOrder() {
        var lena = cast.person();
        lenaReadsAndChoosesALanguage(lena);
        sheRegistersAndComesBackToThePageSheCameFrom(lena);
        sheChangesHerHandleOnce(lena, "lena-" + run);
        sheAsksAndNothingSheTypesIsLost(lena);

        var henri = henriAnswers();
        aStaffAnswerIsOfficial();
        var brigitte = othersVoteAndSayMeToo();
        sheIsToldAcceptsAndChangesHerMind(lena);
        henriIsToldAndSeesWhereHisPointsComeFrom(henri);
        theLeaderboardKnowsCustomersOnly(brigitte);

        anAnswerIsFlagged(brigitte);
        moderatorsHideRestoreLockAndMove();
        sheLogsOutOfKeycloakToo(lena);

        cast.nothingWentWrong();
    }

    private void lenaReadsAndChoosesALanguage(Person lena) {
        lena.opens("/").sees("Was können wir für dich lösen?").looks("home");
        lena.opens("/questions").sees("Neueste").looks("questions");
        lena.opens("/").writes("Fragen durchsuchen", "WLAN abends").presses("Suchen");
        lena.sees("Ergebnisse für „WLAN abends“").looks("search");
        lena.presses(OLD_QUESTION)
                .sees("von Anna Fragt angenommen")
                .sees("Registrieren")
                .sees("Anmelden");
        lena.looks("thread");

        lena.presses("English").sees("Solution");
        lena.opens("/leaderboard").sees("This week");
        lena.presses("Deutsch").sees("Diese Woche");
        lena.goesBack().goesBack();
    }

    private void sheRegistersAndComesBackToThePageSheCameFrom(Person lena) {
        lena.opens("/").writes("Fragen durchsuchen", "WLAN abends").presses("Suchen");
        lena.presses(OLD_QUESTION).sees(OLD_QUESTION);
        var before = lena.path();

        lena.presses("Registrieren").sees("Anzeigename").looks("register");
        lena.page().locator("#email").fill(email);
        lena.page().locator("#displayName").fill("Lena Vogt");
        lena.page().locator("#password").fill("korrekt-pferd-batterie");
        lena.page().locator("#password-confirm").fill("korrekt-pferd-batterie");
        lena.page().locator("#termsAccepted").check();
        lena.page().locator("#kc-register-form [type=submit]").click();

        lena.isAt(before).sees(OLD_QUESTION);
        assertThat(lena.page().getByLabel("Menü von Lena Vogt")).isVisible();
    }

    private void sheChangesHerHandleOnce(Person lena, String handle) {
        lena.presses("Menü von Lena Vogt").presses("Einstellungen").sees("Dein Name in Adressen");
        lena.looks("settings");
        lena.writes("Kurzname", "X").presses("Einstellungen speichern");
        lena.sees("hat 3 bis 30 Kleinbuchstaben");
        lena.expects("422 POST /settings");
        lena.writes("Kurzname", handle).presses("Einstellungen speichern");
        lena.sees("Deine Einstellungen sind gespeichert.");
        lena.sees("Du hast den Kurznamen vor Kurzem geändert").sees("@" + handle);
    }

    private void sheAsksAndNothingSheTypesIsLost(Person lena) {
        lena.presses(width < 720 ? "Fragen" : "Frage stellen").sees("Ein ganzer Satz hilft anderen");
        lena.looks("ask");
        lena.writes("Titel", "Zu kurz").chooses("Kategorie", "internet");
        lena.writes("Beschreibung", BODY).writes("Schlagwörter", "wlan, router");
        lena.presses("Frage veröffentlichen").sees("10 bis 150 Zeichen");
        lena.expects("422 POST /ask").seesIn("Beschreibung", BODY).looks("ask-wrong-field");
        assertThat(lena.page().locator("#title-error")).containsText("10 bis 150 Zeichen");
        assertThat(lena.page().locator("#title")).hasAttribute("aria-invalid", "true");

        lena.writes("Titel", title).sees("Vielleicht schon gelöst");
        lena.presses("Vorschau");
        assertThat(lena.page().locator("[data-preview] strong")).hasText("jede Stunde");
        lena.looks("ask-preview").presses("Schreiben");

        lena.presses("Hilft").sees("Was können wir für dich lösen?").goesBack();
        lena.expects("422 POST /ask").seesIn("Titel", title).seesIn("Beschreibung", BODY);
        lena.opensASecondTab("/ask", () -> lena.seesIn("Titel", title).seesIn("Beschreibung", BODY));

        lena.isForgotten().presses("Frage veröffentlichen").sees("Du bist nicht mehr angemeldet");
        lena.expects("401 POST /ask").seesIn("Titel", title).seesIn("Beschreibung", BODY);
        lena.looks("ask-signed-out");
        lena.pressesForANewTab("In neuem Tab anmelden", () -> lena.sees("Du bist angemeldet"));

        lena.pressesTwiceQuickly("Frage veröffentlichen").sees("Deine Frage ist veröffentlicht.");
        lena.looks("question-asked");
        thread = lena.path();
        assertThat(site.text("/api/v1/questions").split(Pattern.quote(title), -1))
                .as("a double click publishes once")
                .hasSize(2);
    }

    private Person henriAnswers() {
        var henri = cast.person().opens(thread).logsIn("helper").sees(title);
        henri.writes("Deine Antwort", HELP).presses("Antwort veröffentlichen");
        return henri.sees("Danke, deine Antwort ist veröffentlicht.");
    }

    private void aStaffAnswerIsOfficial() {
        var stefan = cast.person().opens(thread).logsIn("staff").sees(title);
        stefan.writes("Deine Antwort", SERVICE).presses("Antwort veröffentlichen");
        stefan.sees("Danke, deine Antwort ist veröffentlicht.");
        assertThat(stefan.place(SERVICE)).containsText("Offizielle Antwort");
    }

    private Person othersVoteAndSayMeToo() {
        var erika = cast.person().opens(thread).logsIn("expert").sees(title);
        erika.pressesAndSends("Hilfreich", HELP).pressesAndSends("Nicht hilfreich", SERVICE);
        erika.pressesAndSends(
                "Habe ich auch", BODY.lines().findFirst().orElseThrow().substring(0, 20));
        erika.reloads().sees("1 weitere Person betroffen");
        assertThat(erika.place(HELP).locator(".vote-score")).containsText("1");
        assertThat(erika.place(SERVICE).locator(".vote-score")).containsText("1");

        var brigitte = cast.person().opens(thread).logsIn("brigitte.kowalski").sees(title);
        brigitte.pressesAndSends("Nicht hilfreich", HELP).pressesAndSends("Hilfreich", HELP);
        brigitte.pressesAndSends("Hilfreich", "Seit dem Update");
        brigitte.reloads();
        assertThat(brigitte.place(HELP).locator(".vote-score")).containsText("2");
        return brigitte;
    }

    private void sheIsToldAcceptsAndChangesHerMind(Person lena) {
        // Nothing is mailed to an address nobody has verified; PagesJourney shows the mail to an asker who did.
        lena.opens("/").presses(width < 720 ? "Neues" : "2 neue Benachrichtigungen");
        lena.sees("2 neue Antworten, zuletzt von Stefan Service").looks("notifications");
        lena.presses("2 neue Antworten, zuletzt von Stefan Service").sees(HELP);

        lena.presses("Als Lösung annehmen", SERVICE).sees("Danke, die Lösung steht jetzt oben.");
        lena.presses("Lösung zurücknehmen").sees("Die Lösung ist zurückgenommen.");
        lena.presses("Als Lösung annehmen", HELP)
                .sees("von Lena Vogt angenommen")
                .sees(HELP);
        assertThat(lena.page().locator("article[id^=answer]").first()).containsText(HELP);
    }

    private void henriIsToldAndSeesWhereHisPointsComeFrom(Person henri) {
        henri.awaits(() -> site.mailed("helper@example.org", title));
        henri.opens("/notifications").sees("Lena Vogt hat deine Antwort als Lösung angenommen");
        henri.presses("Menü von Henri Hilft").presses("Mein Profil").sees("So kamen die Punkte zustande");
        assertThat(henri.place("Antwort als Lösung angenommen: " + title)).containsText("+15");
        assertThat(henri.place("Antwort fand jemand hilfreich: " + title)).containsText("+5");
        henri.looks("profile").presses(title, "Antwort als Lösung angenommen").sees(HELP);
    }

    private void theLeaderboardKnowsCustomersOnly(Person reader) {
        reader.opens("/leaderboard").sees("Henri Hilft").looks("leaderboard");
        for (var period : List.of("Diese Woche", "Dieser Monat", "Insgesamt")) {
            reader.presses(period).sees("Henri Hilft").seesNothingOf("Stefan Service");
            assertThat(reader.page().locator("[aria-current=page]").getByText(period))
                    .isVisible();
        }
    }

    private void anAnswerIsFlagged(Person brigitte) {
        var uwe = cast.person().opens(thread).logsIn("uwe.bottrop").sees(title);
        uwe.writes("Deine Antwort", NOISE).presses("Antwort veröffentlichen").sees(NOISE);

        brigitte.opens(thread)
                .presses("Melden", NOISE)
                .sees("Was stimmt nicht?")
                .looks("flag");
        brigitte.ticks("Werbung oder Spam").writes("Was sollte die Moderation wissen?", "Verkauft etwas.");
        brigitte.presses("Meldung senden").sees("Danke, deine Meldung ist bei der Moderation.");
    }

    private void moderatorsHideRestoreLockAndMove() {
        var reader = cast.person();
        var mona = cast.person().opens("/").logsIn("moderator");
        mona.presses("Menü von Mona Moderiert").presses("Moderation").sees("Verkauft etwas.");
        mona.looks("moderation");
        mona.presses("Ausblenden", NOISE).sees("Beitrag ausblenden").looks("moderation-hide");
        mona.writes("Grund", "Werbung für ein eigenes Produkt").presses("Beitrag ausblenden");
        mona.sees("Der Beitrag ist ausgeblendet.");
        reader.opens(thread).sees(HELP).seesNothingOf(NOISE);
        assertThat(site.text("/api/v1" + withoutSlug() + "/answers")).doesNotContain(NOISE);

        mona.opens(thread).presses("Moderation", "Seit dem Update").presses("Ausblenden", "Seit dem Update");
        mona.writes("Grund", "Wird geprüft").presses("Beitrag ausblenden").sees("Der Beitrag ist ausgeblendet.");
        theQuestionIsGoneEverywhere(reader);

        mona.opens("/moderation/log")
                .sees("Mona Moderiert hat einen Beitrag ausgeblendet")
                .sees("Wird geprüft");
        mona.presses("Wieder einblenden", "Wird geprüft").writes("Grund", "In Ordnung");
        mona.presses("Wieder einblenden").sees("Der Beitrag ist wieder sichtbar.");
        reader.opens(thread).sees(HELP);

        mona.opens(thread).presses("Moderation", "Seit dem Update").presses("Schließen", "Seit dem Update");
        mona.writes("Grund", "Ist geklärt").presses("Frage schließen").sees("Die Frage ist geschlossen.");
        reader.reloads().sees("Diese Frage ist geschlossen").looks("thread-locked");

        mona.opens(thread).presses("Moderation", "Seit dem Update").presses("Verschieben", "Seit dem Update");
        mona.chooses("Kategorie", "fibre").writes("Grund", "Passt dort besser");
        mona.presses("Frage verschieben").sees("Die Frage ist verschoben.");
        reader.opens("/categories/fibre").sees(title);

        mona.opens("/moderation/log").sees("hat eine Frage geschlossen").sees("hat eine Frage verschoben");
        mona.sees("hat einen Beitrag wieder eingeblendet").looks("moderation-log");
    }

    private void theQuestionIsGoneEverywhere(Person reader) {
        reader.opens(thread).sees("Diese Seite gibt es nicht").expects("410 GET " + thread);
        reader.opens("/questions").seesNothingOf(title);
        reader.opens("/search?q=Dachgeschoss").seesNothingOf(title);
        reader.opens("/members/henri-hilft")
                .sees("So kamen die Punkte zustande")
                .seesNothingOf(title);
        assertThat(site.status("/api/v1" + withoutSlug())).isEqualTo(404);
        assertThat(site.text("/api/v1/questions")).doesNotContain(title);
        assertThat(site.text("/api/v1/search?q=Dachgeschoss")).doesNotContain(title);
    }

    private String withoutSlug() {
        return thread.replaceFirst("^(/questions/\\d+).*", "$1");
    }

    private void sheLogsOutOfKeycloakToo(Person lena) {
        lena.opens("/").presses("Menü von Lena Vogt").presses("Abmelden").sees("Registrieren");
        lena.presses("Anmelden").sees("Noch kein Konto?");
        assertThat(lena.page().locator("#password")).isVisible();
        lena.looks("login");
    }
}
