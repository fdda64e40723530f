package hilft.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import hilft.stack.Browser;
import hilft.stack.TestStack;
import hilft.web.security.KeycloakConsole;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody new says who they are, keeps what is useful, and does not want to hear of everybody; once without script. */
@EnabledIf("isOfThisRun")
class MembersJourney {
    private static final Site site = Site.open();
    private static final Browser browser = Browser.open();

    @RegisterExtension
    final Cast cast = new Cast(site, browser, 1280, 80);

    @RegisterExtension
    final Cast small = new Cast(site, browser, 390, 90);

    private final String name = "neu" + UUID.randomUUID().toString().substring(0, 6);
    private final String before = "/members/konto-" + name;
    private final String title = "Welcher Kanal passt zu meinem Haus? " + name;

    static boolean isOfThisRun() {
        return Site.isOfThisRun();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void sheSaysWhoSheIsAndChoosesWhomSheHears() {
        var nora = cast.person();
        arrives(nora);
        saysWhoSheIs(nora);
        changesHerHandle(nora);
        readsSeveralAnswersAsOneLine(nora);
        keepsAnAnswerAndFoldsAnother(nora);
        cast.nothingWentWrong();
    }

    private void arrives(Person newcomer) {
        new KeycloakConsole(TestStack.get()).createAccount(name, "customer");
        newcomer.opens("/").presses("Anmelden");
        newcomer.page().locator("#username").fill(name + "@example.org");
        newcomer.page().locator("#password").fill(KeycloakConsole.PASSWORD);
        newcomer.page().locator("#kc-login").click();
        newcomer.isAt("/");
    }

    private void saysWhoSheIs(Person nora) {
        nora.opens("/settings").writes("Wer bist du, womit kennst du dich aus?", "Ich mag **leise** Router.");
        nora.writes("Kurzname", "henri-hilft").chooses("Zeitzone", "America/New_York");
        nora.page().locator("#avatar").setInputFiles(picture());
        nora.presses("Bild hochladen").sees("Dein Bild ist geändert.");
        assertThat(nora.page().locator("header .avatar img")).hasCount(1);
        hasLostNothing(nora);
    }

    private static void hasLostNothing(Person nora) {
        nora.seesIn("Wer bist du, womit kennst du dich aus?", "Ich mag **leise** Router.");
        nora.seesIn("Kurzname", "henri-hilft");
        assertThat(nora.page().locator("#zone")).hasValue("America/New_York");
    }

    private void changesHerHandle(Person nora) {
        nora.presses("Einstellungen speichern");
        nora.sees("Diesen Kurznamen hat schon jemand anders.").expects("409 POST /settings");
        hasLostNothing(nora);
        nora.looks("settings-refused");
        nora.writes("Kurzname", "leise-" + name).presses("Einstellungen speichern");
        nora.sees("Deine Einstellungen sind gespeichert.").sees("Du hast den Kurznamen vor Kurzem geändert.");
        assertThat(nora.page().locator("#zone")).hasValue("America/New_York");

        var visitor = cast.person().opens(before).isAt("/members/leise-" + name);
        visitor.sees("Ich mag leise Router.");
        assertThat(visitor.page().locator(".profile-about strong")).hasText("leise");
        visitor.looks("profile-about");
    }

    private void readsSeveralAnswersAsOneLine(Person nora) {
        nora.opens("/ask").writes("Titel", title).chooses("Kategorie", "internet");
        nora.writes("Beschreibung", "Drei Stockwerke, dicke Wände, und überall soll es schnell sein.");
        nora.presses("Frage veröffentlichen").sees("Deine Frage ist veröffentlicht.");
        var thread = nora.path();

        nora.page().clock().install();
        nora.opens("/questions");
        isSeen(nora, false);
        nora.page().clock().fastForward("05:01");
        nora.opensASecondTab("/leaderboard", () -> {
            var henri = answers("helper", thread, "Nimm Kanal 11, der ist bei mir immer frei gewesen.");
            henri.awaits(() -> (boolean) henri.page()
                    .evaluate("Object.keys(sessionStorage).some((key) => key.startsWith('hilft-posted:'))"));
            henri.goesBack().seesIn("Deine Antwort", "");
            answers("expert", thread, "Miss erst nach, welche Kanäle die Nachbarn haben.");
            findsItMarkedUntilHeHasReadIt(henri);
            assertThat(nora.page().locator(".header .bell-count")).hasText("2");
        });
        assertThat(nora.page().locator(".header .bell-count")).hasCount(0);
        isSeen(nora, true);
        assertThat(nora.page().locator(".header .bell-count")).hasText("2");
        assertThat(nora.page()).hasTitle(Pattern.compile("^\\(2\\) "));
        nora.opens("/notifications").sees("2 neue Antworten, zuletzt von").sees("Weil du die Frage gestellt hast");
        nora.looks("notifications-grouped");
        nora.page().getByText("2 neue Antworten").first().click();
        nora.sees("Nimm Kanal 11");
        assertThat(nora.page().locator(".header .bell-count")).hasCount(0);
    }

    private void findsItMarkedUntilHeHasReadIt(Person henri) {
        hasNotBeenHereForAnHour("helper@example.org");
        var row = henri.opens("/categories/internet")
                .page()
                .locator(".row")
                .filter(new Locator.FilterOptions().setHasText(title));
        assertThat(row.locator(".row-fresh")).hasCount(1);
        row.locator(".row-title a").click();
        henri.sees("Miss erst nach").goesBack();
        assertThat(row).hasCount(1);
        assertThat(row.locator(".row-fresh")).hasCount(0);
    }

    private static void hasNotBeenHereForAnHour(String email) {
        try (var connection = TestStack.get().database().connect();
                var statement = connection.prepareStatement(
                        "update member set visited_at = utc_timestamp(6) - interval 1 hour where email = ?")) {
            statement.setString(1, email);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes to another tab of the window, or comes back; a browser without a screen shows all of its tabs. */
    private static void isSeen(Person person, boolean seen) {
        person.page().evaluate("""
                state => {
                  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
                  document.dispatchEvent(new Event("visibilitychange"));
                }""", seen ? "visible" : "hidden");
    }

    private Person answers(String member, String thread, String text) {
        var helper = cast.person().opens(thread).logsIn(member);
        helper.opens(thread).writes("Deine Antwort", text);
        return helper.presses("Antwort veröffentlichen").sees("Danke, deine Antwort ist veröffentlicht.");
    }

    private void keepsAnAnswerAndFoldsAnother(Person nora) {
        var thread = nora.path();
        nora.pressesAndSends("Merken", "Miss erst nach");
        nora.opens("/mine?show=bookmarks").sees("Miss erst nach").looks("mine-bookmarks");

        nora.opens("/members/henri-hilft").presses("Blockieren").sees("Henri Hilft ist blockiert");
        nora.opens(thread).sees("Beitrag von Henri Hilft anzeigen").seesNothingOf("Nimm Kanal 11");
        nora.looks("thread-folded");
        nora.page().getByText("Beitrag von Henri Hilft anzeigen").click();
        nora.sees("Nimm Kanal 11");
        nora.opens("/settings").writes("Wer bist du, womit kennst du dich aus?", "Noch nicht gespeichert");
        nora.presses("Nicht mehr blockieren: Henri Hilft").sees("nicht mehr blockiert");
        nora.seesIn("Wer bist du, womit kennst du dich aus?", "Noch nicht gespeichert");
        nora.opens(thread).sees("Nimm Kanal 11");
        nora.opens("/mine").sees(title).presses("Meine Antworten").sees("Hier stehen deine Antworten");
        nora.looks("mine-empty");
    }

    @Test
    void allOfItWorksWithoutScript() {
        var nora = small.personWithoutScripts();
        arrives(nora);
        nora.opens("/settings").writes("Kurzname", "still-" + name);
        nora.presses("Bild hochladen").sees("Wähle zuerst ein Bild aus.").expects("422 POST /avatar");
        nora.page().locator("#avatar").setInputFiles(picture());
        nora.presses("Bild hochladen").sees("Dein Bild ist geändert.");
        nora.presses("Bild entfernen").sees("Dein Bild ist geändert.").seesIn("Kurzname", "still-" + name);
        nora.presses("Einstellungen speichern").sees("Deine Einstellungen sind gespeichert.");
        nora.isAt("/settings").opens(before).isAt("/members/still-" + name);

        nora.opens("/members/henri-hilft").presses("Antworten");
        nora.page().locator(".row-title a").first().click();
        var answer = nora.page()
                .locator("article[id^=answer-]:has(a[href='/members/henri-hilft'])")
                .first();
        answer.getByText("Merken").click();
        assertThat(answer.locator("[action$=bookmark] [aria-pressed=true]")).hasCount(1);
        nora.opens("/members/henri-hilft").presses("Blockieren").sees("Henri Hilft ist blockiert");
        nora.opens("/mine?show=bookmarks");
        nora.page().locator(".row-title a").first().click();
        assertThat(nora.page().getByText("Beitrag von Henri Hilft anzeigen").first())
                .isVisible();
        nora.opens("/members/henri-hilft").presses("Nicht mehr blockieren").sees("nicht mehr blockiert");
        nora.opens("/mine?show=bookmarks");
        nora.page().getByText("Entfernen").first().click();
        nora.isAt("/mine?show=bookmarks").sees("Hier stehen deine Lesezeichen");

        var visitor = small.person().opens("/members/still-" + name).sees("Noch keine Punkte");
        visitor.looks("profile-new").presses("Fragen").sees("Noch keine Frage");

        small.nothingWentWrong();
    }

    private static FilePayload picture() {
        var image = new BufferedImage(500, 300, BufferedImage.TYPE_INT_RGB);
        var paint = image.createGraphics();
        paint.setColor(new Color(40, 120, 130));
        paint.fillRect(0, 0, 500, 300);
        paint.setColor(Color.WHITE);
        paint.fillOval(190, 90, 120, 120);
        paint.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new FilePayload("ich.png", "image/png", bytes.toByteArray());
    }
}
