package hilft.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import hilft.stack.Browser;
import java.time.Instant;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Two people edit at once and nothing is lost; others comment below, and moderators keep order there, too. Answers arrive
 * while one reads, come in the order one likes, and are thanked for.
 */
@ParameterizedClass(name = "on a screen {0} px wide")
@ValueSource(ints = {1280, 390})
class ThreadJourney {
    private static final String BODY = """
            Seit gestern bricht die Verbindung alle zehn Minuten ab, im ganzen Haus.

            Der Router steht im Keller neben dem Sicherungskasten.

            - Neustart: hilft eine Stunde
            - anderer Kanal: hilft nicht

            Woran kann das liegen?""";
    private static final String REMARK = "Welche **Firmware** läuft darauf? Steht unter `System → Übersicht`.";
    private static final String FIRST = "Stell den Router höher, im Keller kommt kaum Luft an das Gehäuse.";
    private static final String SECOND = "Bei mir war es das Netzteil: ein neues für zehn Euro, seitdem ist Ruhe.";
    private static final String NOISE = "Kauft meinen Wunderverstärker, Link in meinem Profil.";

    private static final Site site = Site.open();
    private static final Browser browser = Browser.open();

    @RegisterExtension
    final Cast cast;

    private final String title = "Router im Keller verliert alle zehn Minuten das WLAN "
            + Instant.now().toEpochMilli() % 1_000_000;

    ThreadJourney(int width) {
        this.cast = new Cast(site, browser, width, 20);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void peopleEditAndCommentAndNothingIsLost() {
        var anna = cast.person().opens("/ask").logsIn("asker");
        anna.opens("/ask")
                .writes("Titel", title)
                .chooses("Kategorie", "internet")
                .writes("Beschreibung", BODY);
        anna.presses("Frage veröffentlichen").sees("Woran kann das liegen?");
        var thread = anna.path();

        twoEditAtOnce(anna, thread);
        others(anna, thread);
        cast.nothingWentWrong();
    }

    private void twoEditAtOnce(Person anna, String thread) {
        anna.presses("Bearbeiten").sees("Frage bearbeiten");
        var mona = cast.person().opens(thread).logsIn("moderator");
        mona.opens(thread).presses("Bearbeiten");
        mona.writes(
                "Beschreibung", BODY.replace("im ganzen Haus", "nicht nur im Dachgeschoss, sondern im ganzen Haus"));
        mona.presses("Änderung speichern").sees("Sag mit 3 bis 200 Zeichen, was du geändert hast.");
        mona.expects("422 POST " + edit(thread));
        mona.writes("Was hast du geändert?", "Genauer, wo es ausfällt").presses("Änderung speichern");
        mona.sees("Die Änderung ist gespeichert.");

        anna.writes("Beschreibung", BODY.replace("neben dem Sicherungskasten", "hinter der Heizung"));
        anna.writes("Was hast du geändert?", "Standort berichtigt").presses("Änderung speichern");
        anna.sees("Zwei Fassungen zur gleichen Zeit").expects("412 POST " + edit(thread));
        anna.seesIn("Beschreibung", BODY.replace("neben dem Sicherungskasten", "hinter der Heizung"));
        assertThat(anna.page().locator(".conflict del").first()).containsText("nicht nur im Dachgeschoss");
        assertThat(anna.page().locator(".conflict ins").first()).isVisible();
        anna.looks("edit-conflict");
        anna.presses("Änderung speichern").sees("Die Änderung ist gespeichert.");

        var visitor = cast.person().opens(thread);
        visitor.page().locator("#question .post-when a").click();
        visitor.sees("Verlauf der Frage").sees("Standort berichtigt").sees("Genauer, wo es ausfällt");
        assertThat(visitor.page().locator(".revision")).hasCount(3);
        visitor.seesNothingOf("Diese Fassung wiederherstellen").looks("revisions");

        mona.opens(visitor.path()).presses("Diese Fassung wiederherstellen", "Genauer, wo es ausfällt");
        mona.seesIn("Was hast du geändert?", "Fassung 2 wiederhergestellt").presses("Änderung speichern");
        mona.sees("Die Änderung ist gespeichert.").sees("nicht nur im Dachgeschoss");
    }

    private static void theNetworkIsAway(Person henri, String address) {
        henri.page().route("**" + address, route -> route.abort("internetdisconnected"));
        henri.presses("Habe ich auch").sees("Keine Verbindung. Das ist nicht angekommen");
        henri.expects("net::ERR_INTERNET_DISCONNECTED PUT " + site.url() + address);
        assertThat(henri.page().locator("#question button[aria-pressed=true], #follow[data-on=true]"))
                .hasCount(0);
        henri.page().unroute("**" + address);
    }

    private void others(Person anna, String thread) {
        var henri = cast.person().opens(thread).logsIn("helper");
        theNetworkIsAway(henri.opens(thread), "/api/v1" + withoutSlug(thread) + "/me-too");
        henri.presses("Kommentieren", "Woran kann das liegen?");
        henri.writes("Dein Kommentar", "Welche?").presses("Kommentar veröffentlichen");
        henri.sees("Ein Kommentar hat 15 bis 600 Zeichen.")
                .expects("422 POST /api/v1" + withoutSlug(thread) + "/comments");
        henri.seesIn("Dein Kommentar", "Welche?").looks("comment-form");
        henri.writes("Dein Kommentar", "Welche??").seesNothingOf("Ein Kommentar hat 15 bis 600 Zeichen.");
        assertThat(henri.page().locator("[data-quote=question-body]")).isVisible();
        henri.writes("Dein Kommentar", REMARK).sendsByKey("Dein Kommentar");
        henri.sees("Steht unter")
                .isAt(thread + "#" + henri.page().locator(".comment").last().getAttribute("id"));

        anna.opens("/notifications")
                .presses("Henri Hilft hat deinen Beitrag kommentiert")
                .sees("Welche Firmware");
        anna.presses("Kommentieren", "Woran kann das liegen?");
        anna.writes("Dein Kommentar", "Es ist die Firmware 7.1, seit Montag.\n\n- davor lief alles gut\n\n");
        showsItAlthoughHerLoginHadEnded(anna);
        anna.presses("Vorschau");
        assertThat(anna.page().locator(".comment-form [data-preview] :is(li, img)"))
                .hasCount(2);
        anna.presses("Kommentar veröffentlichen").sees("seit Montag");
        assertThat(anna.page().locator(".comment img")).hasCount(1);
        assertThat(anna.page().locator(".comment").last()).containsText("fragt");

        var scriptless = Person.withoutScripts(browser.chromium(), site, new Album(1280), 1280);
        try (scriptless) {
            scriptless.opens(thread).logsIn("expert");
            scriptless
                    .opens(thread)
                    .presses("Kommentieren", "Woran kann das liegen?")
                    .sees("Kommentare zur Frage von Anna");
            scriptless.writes("Kommentar", NOISE);
            scriptless
                    .page()
                    .locator("#picture")
                    .setInputFiles(PicturesJourney.photograph("verstaerker.png", 300, 200));
            scriptless.presses("Bild hochladen").sees("Das Bild steht jetzt am Ende deines Textes.");
            scriptless.presses("Kommentar veröffentlichen").sees(NOISE);
            assertThat(scriptless.page().locator(".comment img")).hasCount(2);
        }

        henri.opens(thread).sees(NOISE).looks("thread-comments");
        inComment(henri, NOISE, "Melden").sees("Beitrag melden");
        henri.ticks("Werbung oder Spam").presses("Meldung senden").sees("Danke, deine Meldung ist bei der Moderation.");
        var visitor = cast.person().opens(thread).sees(NOISE);

        var mona = cast.person().opens("/").logsIn("moderator");
        mona.opens("/moderation").sees(NOISE).presses("Ausblenden", NOISE);
        mona.writes("Grund", "Werbung für ein eigenes Produkt").presses("Beitrag ausblenden");
        mona.sees("Der Beitrag ist ausgeblendet.");
        visitor.reloads().sees("seit Montag").seesNothingOf(NOISE);
        mona.opens(thread).sees(NOISE).looks("thread-comment-hidden");

        inComment(anna.opens(thread), "seit Montag", "Bearbeiten")
                .sees("Kommentar bearbeiten")
                .looks("comment-edit");
        anna.writes("Kommentar", "Es ist die Firmware 7.2, seit Montag.")
                .sendsByKey("Kommentar")
                .sees("Firmware 7.2");
        inComment(anna, "seit Montag", "Bearbeiten")
                .presses("Kommentar löschen")
                .sees("Deinen Text behältst du als Entwurf.")
                .looks("withdraw");
        anna.presses("Kommentar löschen").sees("Zurückgenommen.");
        anna.seesIn("Kommentar", "Es ist die Firmware 7.2, seit Montag.");
        visitor.opens(withoutSlug(thread) + "/comments")
                .sees("Steht unter")
                .seesNothingOf("Firmware 7.2")
                .looks("comments");
        takesBackOneOfMany(henri, thread);
    }

    /** The thread shows the first few; what comes after them is seen, and taken back, on the page of all. */
    private static void takesBackOneOfMany(Person henri, String thread) {
        henri.opens(thread).page().evaluate("""
                        async (path) => {
                          for (const day of ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"]) {
                            await fetch(`/api/v1${path}/comments`, {
                              method: "POST",
                              headers: { "Content-Type": "application/json" },
                              body: JSON.stringify({ body: `Bei mir war es am ${day} so.` }),
                            });
                          }
                        }""", withoutSlug(thread));
        henri.presses("Kommentieren", "Woran kann das liegen?").writes("Dein Kommentar", "Seit heute ist es besser.");
        var form = henri.page().locator(".comment-form");
        form.locator("[data-tab=preview]").click();
        form.locator("[data-mark=bold]").click();
        henri.seesIn("Dein Kommentar", "Seit heute ist es besser.****");
        henri.writes("Dein Kommentar", "Seit heute ist es besser.");
        form.locator("[data-tab=preview]").press("Enter");
        form.locator("[data-tab=preview]").press("Control+Enter");
        henri.presses("Rückgängig").sees("Zurückgenommen.").seesIn("Kommentar", "Seit heute ist es besser.");
    }

    /** The picture is refused as after hours of silence, and is at hand when she is back. */
    private static void showsItAlthoughHerLoginHadEnded(Person anna) {
        anna.page().route("**/api/v1/attachments*", route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
        anna.page()
                .waitForFileChooser(() -> anna.presses("Bild einfügen"))
                .setFiles(PicturesJourney.photograph("uebersicht.png", 900, 500));
        anna.sees("In neuem Tab anmelden").expects("401 POST /api/v1/attachments");
        anna.page().unroute("**/api/v1/attachments*");
        anna.presses("Noch einmal versuchen");
        assertThat(anna.page().locator(".comment-form textarea"))
                .hasValue(
                        Pattern.compile("seit Montag[^!]*!\\[uebersicht]\\(/attachments/\\d+/uebersicht\\.png\\)\\s*"));
    }

    @Test
    void answersArriveWhileTheThreadIsRead() {
        var anna = cast.person().opens("/ask").logsIn("asker");
        anna.opens("/ask")
                .writes("Titel", title)
                .chooses("Kategorie", "internet")
                .writes("Beschreibung", BODY);
        anna.presses("Frage veröffentlichen").sees("Woran kann das liegen?");
        anna.sees("Du folgst, weil du gefragt hast.");
        var thread = anna.path();

        var henri = cast.person().opens(thread).logsIn("helper");
        henri.opens(thread).writes("Deine Antwort", FIRST).presses("Antwort veröffentlichen");
        henri.sees(FIRST);
        anna.sees("1 neue Antwort").seesNothingOf(FIRST).looks("thread-news");
        anna.presses("1 neue Antwort").sees(FIRST);
        anna.page().evaluate("window.here = true; scrollTo(0, 100)");

        var scriptless = cast.personWithoutScripts().opens(thread).logsIn("expert");
        scriptless.opens(thread).writes("Deine Antwort", SECOND).presses("Antwort veröffentlichen");
        scriptless.sees(SECOND);
        anna.sees("1 neue Antwort");
        Assertions.assertThat(anna.page().evaluate("scrollY"))
                .as("nobody is moved")
                .isEqualTo(100);
        anna.presses("1 neue Antwort").sees(SECOND).seesNothingOf("1 neue Antwort");
        Assertions.assertThat(anna.page().evaluate("window.here"))
                .as("the page is the same")
                .isEqualTo(true);
        assertThat(anna.page().locator(".post.is-fresh")).containsText(SECOND);

        sortAndFollow(scriptless, thread);
        thankAndShare(thread);
        anna.opens(thread).sees("Hat Anna Fragt geholfen").looks("thread-helpful");
        var id = withoutSlug(thread).substring("/questions/".length());
        anna.opens("/share?type=question&id=" + id + "&server=x").looks("share");
        anna.expects("422 GET /share");
        // whoever has read the first answer alone finds the second
        henri.opens(thread).sees("Zur neuen Antwort seit deinem letzten Besuch").looks("thread-unread");
        henri.reloads().sees(SECOND).seesNothingOf("Zur neuen Antwort seit deinem letzten Besuch");
        cast.nothingWentWrong();
    }

    private static void sortAndFollow(Person scriptless, String thread) {
        var posts = scriptless.page().locator("article[id^=answer-] .prose");
        scriptless.presses("Neueste");
        assertThat(posts.first()).containsText(SECOND);
        scriptless.presses("Älteste");
        assertThat(posts.first()).containsText(FIRST);
        assertThat(scriptless.page().locator("link[rel=canonical]"))
                .hasAttribute("href", Pattern.compile(thread + "$"));
        scriptless.presses("Folgen").sees("Du folgst, weil du es so wolltest.");
        scriptless.presses("Nicht mehr folgen").seesNothingOf("Du folgst");
        scriptless.presses("Habe ich auch").sees("Du folgst, weil du dasselbe Problem hast.");
    }

    private void thankAndShare(String thread) {
        var anna = cast.personWithoutScripts().opens(thread).logsIn("asker");
        anna.opens(thread).presses("Als Lösung annehmen", FIRST).sees("Gültig, Stand");
        // what was said stands at the foot until the next page, and may stand before the button
        anna.opens(thread).presses("Hat geholfen", SECOND).sees("Hat Anna Fragt geholfen");
        anna.presses("Teilen", SECOND).presses("Mastodon", SECOND).sees("Beitrag teilen");
        anna.writes("Dein Mastodon-Server", "kein Server").presses("Weiter");
        anna.sees("Das ist kein Servername.").expects("422 GET /share");
        anna.writes("Dein Mastodon-Server", "@anna@example.social").presses("Weiter");
        assertThat(anna.page().getByText("Auf example.social teilen"))
                .hasAttribute("href", Pattern.compile("^https://example\\.social/share\\?text=.*answers%2F\\d+$"));
    }

    private static Person inComment(Person person, String words, String link) {
        person.page()
                .locator(".comment")
                .filter(new Locator.FilterOptions().setHasText(words))
                .getByText(link, new Locator.GetByTextOptions().setExact(true))
                .click();
        return person;
    }

    private static String edit(String thread) {
        return withoutSlug(thread) + "/edit";
    }

    private static String withoutSlug(String thread) {
        return thread.replaceFirst("^(/questions/\\d+).*", "$1");
    }
}
