package hilft.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import hilft.stack.Browser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A browser is killed in the middle of a question, and nothing typed is lost; nor to somebody without script. */
class DraftJourney {
    private static final String BODY = "Seit dem Gewitter blinkt die Lampe am Modem rot, so wie auf dem Bild.";
    private static final String ANSWER = "Ziehe das Netzteil für eine Minute und warte dann fünf Minuten.";
    private static final String MORE = " Danach leuchtet die Lampe wieder grün.";

    private static final String STEPS = "\n\n3. Lampe ansehen\n4. Anrufen\n\nAuf dem Gerät steht\\\n\\---";

    private static final Site site = Site.open();
    private static final Browser browser = Browser.open();

    @RegisterExtension
    final Cast cast = new Cast(site, browser, 1280, 80, 390);

    private final String title = "Rote Lampe nach dem Gewitter " + Instant.now().getEpochSecond();
    private String thread = "";

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void nothingTypedIsLost() {
        annasBrowserIsKilledWhileSheAsks();
        sheGoesOnInAnotherOneAndAsks();
        var henri = henriAnswersWithoutScript();
        twoWindowsKeepTwoTexts();
        elaQuotesTwoPassagesAndNamesHenri();
        henri.opens("/notifications")
                .presses("Erika Weiß hat dich erwähnt", title)
                .sees("oder leuchtet sie noch?");
        cast.nothingWentWrong();
    }

    private void annasBrowserIsKilledWhileSheAsks() {
        var anna = cast.person().opens("/").logsIn("asker");
        anna.opens("/ask").chooses("Kategorie", "fibre");
        assertThat(anna.page().locator("#body")).hasValue(Pattern.compile("Was zeigen die Lampen"));
        anna.presses("Frage veröffentlichen")
                .sees("Das ist noch die leere Vorlage")
                .expects("422 POST /ask");

        anna.writes("Titel", title).writes("Beschreibung", BODY);
        anna.page().waitForFileChooser(() -> anna.presses("Bild einfügen")).setFiles(picture());
        assertThat(anna.page().locator("#body")).hasValue(Pattern.compile("!\\[[^\\]]+\\]\\(/attachments/"));
        saved(anna);
        anna.looks("ask-draft-saved");
        // nothing of this browser reaches the forum any more, as after a kill
        anna.context().setOffline(true);
    }

    /** Until the server has what is typed now. */
    private static void saved(Person person) {
        assertThat(person.page().locator("[data-draft-saved][data-state=saved]").first())
                .isVisible();
    }

    private void sheGoesOnInAnotherOneAndAsks() {
        var anna = cast.person().opens("/").logsIn("asker");
        anna.opens("/drafts").sees(title).looks("drafts");
        anna.presses("Weiterschreiben", title).seesIn("Titel", title);
        assertThat(anna.page().locator("#body")).hasValue(Pattern.compile("!\\[[^\\]]+\\]\\(/attachments/"));
        assertThat(anna.page().locator("#category")).hasValue("fibre");
        assertThat(anna.page().locator(".send-key")).hasText("Strg+Eingabe");
        anna.sendsByKey("Titel").sees("Deine Frage ist veröffentlicht.");
        assertThat(anna.page().locator("#question-body img")).hasCount(1);
        thread = anna.path();
        anna.opens("/drafts").seesNothingOf(title).opens("/ask").seesIn("Titel", "");
        typesBeforeTheScriptsAreThere(anna);
        asksSomethingElseThanWhatSheHadBegun(anna);
    }

    /** What the server does not have yet neither takes the place of a proposed question nor is lost to it. */
    private void asksSomethingElseThanWhatSheHadBegun(Person anna) {
        var begun = "Angefangen, " + title;
        anna.page().route("**/api/v1/me/drafts", route -> {
            if (route.request().headers().getOrDefault("referer", "").endsWith("/ask")) route.abort("aborted");
            else route.resume();
        });
        anna.opens("/ask").writes("Titel", begun);
        assertThat(anna.page().locator("[data-draft-saved][data-state=local]")).isVisible();
        var id = thread.replaceFirst("^/questions/(\\d+).*", "$1");
        anna.opens("/ask?about=Neue+Lampe&in=fibre&after=" + id).seesIn("Titel", "Neue Lampe");
        assertThat(anna.page().locator("#body")).hasValue(Pattern.compile("^Dazu gab es schon: \\["));
        anna.sees("Deine angefangene Frage ist nicht weg.").writes("Titel", "Neue Lampe, " + title);
        saved(anna);
        anna.reloads().seesIn("Titel", "Neue Lampe, " + title);
        anna.page().unroute("**/api/v1/me/drafts");
        anna.opens("/drafts").presses("Löschen", "Neue Lampe").sees("Entwurf gelöscht.");
        anna.presses("Löschen", begun).seesNothingOf(begun);
    }

    private void typesBeforeTheScriptsAreThere(Person anna) {
        var slow = new CopyOnWriteArrayList<Route>();
        anna.page().route("**/js/main.js", slow::add);
        anna.page().navigate(site.url() + "/ask", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        anna.page().locator("#title").fill("Schon geschrieben, " + title);
        anna.awaits(() -> !slow.isEmpty());
        slow.get(0).resume();
        saved(anna);
        anna.page().unroute("**/js/main.js");
        anna.opens("/drafts").presses("Löschen", "Schon geschrieben").seesNothingOf("Schon geschrieben");
    }

    private Person henriAnswersWithoutScript() {
        var henri = cast.personWithoutScripts().opens("/").logsIn("helper");
        henri.opens(thread).writes("Deine Antwort", ANSWER).presses("Entwurf sichern");
        henri.sees("Entwurf gesichert.").seesIn("Deine Antwort", ANSWER);
        henri.opens("/drafts")
                .presses("Löschen", title)
                .sees("Entwurf gelöscht.")
                .seesNothingOf(title);
        henri.presses("Rückgängig").sees("Der Entwurf ist wieder da.");
        henri.presses("Weiterschreiben", title).seesIn("Deine Antwort", ANSWER);
        henri.writes("Deine Antwort", ANSWER + MORE + STEPS).presses("Antwort veröffentlichen");
        henri.sees("deine Antwort ist veröffentlicht.").sees(MORE.strip());
        return henri.opens("/drafts").seesNothingOf(title);
    }

    private void twoWindowsKeepTwoTexts() {
        var ela = cast.person().opens("/").logsIn("expert");
        ela.opens(thread).writes("Deine Antwort", "Aus dem ersten Fenster");
        saved(ela);
        // another computer, which knows nothing of the first
        var elsewhere = cast.person().opens("/").logsIn("expert");
        elsewhere.page().route("**/api/v1/me/drafts?*", route -> route.abort("aborted"));
        elsewhere.opens(thread).writes("Deine Antwort", "Aus dem zweiten Fenster");
        elsewhere.sees("Auch in einem anderen Fenster wurde hier geschrieben.");
        ela.writes("Deine Antwort", "Weiter im ersten Fenster").sees("Dieser Text ist jetzt ein eigener Entwurf.");
        saved(ela);
        ela.opens("/drafts").sees("aus einem anderen Fenster");
        ela.presses("Löschen", title).sees("Entwurf gelöscht.");
        ela.presses("Löschen", title).seesNothingOf(title);
    }

    private void elaQuotesTwoPassagesAndNamesHenri() {
        var ela = cast.person().opens("/").logsIn("expert");
        ela.opens(thread).seesIn("Deine Antwort", "");
        quotes(ela, "#question-body p", "blinkt die Lampe");
        assertThat(ela.page().locator("#question-body p").first()).isInViewport();
        assertThat(ela.page().locator("#body")).isInViewport();
        quotes(ela, "article[id^=answer-] .prose p", "Ziehe das Netzteil");
        var body = ela.page().locator("#body");
        assertThat(body)
                .hasValue(Pattern.compile("^> \\[Anna[^\\]]*\\]\\(/questions/\\d+\\):\n>\n> blinkt die Lampe\n\n"
                        + "> \\[Henri[^\\]]*\\]\\(/answers/\\d+\\):\n>\n> Ziehe das Netzteil\n\n$"));
        ela.presses("Zitieren", "Ziehe das Netzteil");
        assertThat(body)
                .hasValue(Pattern.compile(
                        "> 3\\. Lampe ansehen\n> 4\\. Anrufen\n>\n> Auf dem Gerät steht\n> \\\\---\n\n$"));
        ela.looks("thread-composer-stays").page().evaluate("scrollTo(0, 0)");
        ela.presses("Verkleinern").presses("An deiner Antwort weiterschreiben");
        assertThat(body).isFocused();
        body.pressSequentially("Danke, @hen");
        assertThat(ela.page().locator(".mentions [role=option]").first()).containsText("Henri");
        ela.looks("thread-mention");
        ela.page().keyboard().press("Enter");
        assertThat(body).hasValue(Pattern.compile("Danke, \\[@[a-z0-9-]+\\]\\(/members/[a-z0-9-]+\\) $"));
        body.pressSequentially("– oder leuchtet sie noch?");
        ela.sendsByKey("Deine Antwort")
                .sees("deine Antwort ist veröffentlicht.")
                .looks("thread-undo");
        ela.presses("Rückgängig").sees("Zurückgenommen.");
        assertThat(body).hasValue(Pattern.compile("^> \\[Anna.*oder leuchtet sie noch\\?$", Pattern.DOTALL));
        assertThat(ela.page().locator("article[id^=answer-] blockquote")).hasCount(0);
        ela.page().clock().install();
        ela.presses("Antwort veröffentlichen").sees("deine Antwort ist veröffentlicht.");
        assertThat(ela.page().locator(".toast button")).hasCount(2);
        ela.page().clock().fastForward("01:01");
        ela.seesNothingOf("Rückgängig");
        assertThat(ela.page().locator("article[id^=answer-] blockquote a[href^='/answers/']"))
                .hasCount(2);
        assertThat(ela.page().locator("article[id^=answer-] a[href^='/members/']:text('@')"))
                .hasCount(1);
    }

    /** Selects the words and takes the button by keyboard, as the one that follows the text. */
    private static void quotes(Person person, String where, String words) {
        person.page().locator(where).first().evaluate("""
                        (element, words) => {
                          document.activeElement.blur();
                          const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
                          const start = text.data.indexOf(words);
                          getSelection().setBaseAndExtent(text, start, text, start + words.length);
                        }""", words);
        person.sees("Auswahl zitieren");
        person.page().keyboard().press("Tab");
        assertThat(person.page().locator(".quote-button")).isFocused();
        person.page().keyboard().press("Enter");
        assertThat(person.page().locator(".quote-button")).hasCount(0);
    }

    private static FilePayload picture() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB), "png", out);
            return new FilePayload("modem.png", "image/png", out.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
