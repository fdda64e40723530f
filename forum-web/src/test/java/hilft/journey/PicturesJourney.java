package hilft.journey;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import hilft.stack.Browser;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A customer shows the back of a router, and somebody without script answers with a picture as well. */
@ParameterizedClass(name = "on a screen {0} px wide")
@ValueSource(ints = {1280, 390})
class PicturesJourney {
    private static final String BODY =
            "An meinem neuen Router leuchtet die mittlere Lampe rot, und ich weiß nicht, welches Kabel wohin gehört.";
    private static final String HELP = "Das gelbe Kabel gehört in die Buchse ganz links, so wie hier:";
    private static final String TITLE = "Welches Kabel gehört in welche Buchse? Bilder ";
    private static final FilePayload SCRIPT =
            new FilePayload("harmlos.png", "image/png", "<svg onload='alert(1)'/>".getBytes(UTF_8));

    private static final Site site = Site.open();
    private static final Browser browser = Browser.open();

    private final int width;

    @RegisterExtension
    final Cast cast;

    private String thread = "";

    PicturesJourney(int width) {
        this.width = width;
        this.cast = new Cast(site, browser, width, 60);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aPictureSaysMoreThanAThousandWords() {
        var anna = cast.person().opens("/").logsIn("asker");
        sheShowsHerRouterByButtonPasteAndDrop(anna);
        whatIsNoPictureIsRefusedAndHerTextStays(anna);
        whatSheNoLongerWantsIsTakenBack(anna);
        whatIsRefusedHoldsNothingBackForLong(anna);
        everybodySeesHerPicturesAndNothingJumps(anna);
        someoneWithoutScriptAnswersWithAPicture();
        cast.nothingWentWrong();
    }

    private void sheShowsHerRouterByButtonPasteAndDrop(Person anna) {
        anna.opens("/ask").writes("Titel", TITLE + Instant.now().getEpochSecond() + " " + width);
        anna.chooses("Kategorie", "internet").writes("Beschreibung", BODY);

        choose(anna, photograph("Router von hinten.jpg", 3000, 2000));
        namesInText(anna, "/attachments/\\d+/router-von-hinten\\.jpg");
        assertThat(anna.page().locator("[data-upload-news]")).containsText("Bild eingefügt: Router von hinten.jpg");

        hand(anna, "paste", photograph("bildschirm.png", 900, 500));
        namesInText(anna, "/attachments/\\d+/bildschirm\\.png");

        anna.page().locator("#body").evaluate("field => field.setSelectionRange(3, 3)");
        anna.page().locator("#title").focus();
        hand(anna, "drop", photograph("telefon.png", 1080, 2400));
        namesInText(anna, "/attachments/\\d+/telefon\\.png");
        assertThat(anna.page().locator("#title")).isFocused();
        anna.looks("ask-pictures");

        anna.presses("Vorschau");
        assertThat(anna.page().locator("[data-preview] img")).hasCount(3);
        anna.looks("ask-pictures-preview").presses("Schreiben");
    }

    private static void whatIsNoPictureIsRefusedAndHerTextStays(Person anna) {
        choose(anna, SCRIPT);
        anna.sees("harmlos.png: Das ist kein Bild, das wir zeigen können").expects("415 POST /api/v1/attachments");
        assertThat(anna.page().locator("#body")).not().hasValue(Pattern.compile("Wird hochgeladen"));
        anna.page().getByLabel("Meldung schließen").click();
        anna.seesNothingOf("harmlos.png");
    }

    private static void whatSheNoLongerWantsIsTakenBack(Person anna) {
        anna.page().route("**/api/v1/attachments*", route -> {});
        choose(anna, photograph("falsch.jpg", 200, 100));
        anna.page().getByLabel("Hochladen abbrechen").click();
        anna.seesNothingOf("falsch.jpg");
        assertThat(anna.page().locator("#body")).not().hasValue(Pattern.compile("falsch"));
        anna.page().unroute("**/api/v1/attachments*");
    }

    /** Whoever counts on a picture that is refused is told before the text goes, once; what was refused before is known. */
    private void whatIsRefusedHoldsNothingBackForLong(Person anna) {
        sendsWhileOneIsOnItsWay(anna, SCRIPT);
        anna.sees("Noch nicht gesendet, denn ein Bild fehlt").expects("415 POST /api/v1/attachments");
        anna.looks("ask-pictures-held");
        sendsWhileOneIsOnItsWay(anna, photograph("endlich.png", 300, 200));
        anna.sees("Deine Frage ist veröffentlicht.");
    }

    private static void sendsWhileOneIsOnItsWay(Person anna, FilePayload file) {
        var underway = new CopyOnWriteArrayList<Route>();
        anna.page().route("**/api/v1/attachments*", underway::add);
        choose(anna, file);
        anna.awaits(() -> !underway.isEmpty());
        anna.presses("Frage veröffentlichen").sees("Wird gesendet, sobald die Bilder da sind.");
        underway.get(0).resume();
        anna.page().unroute("**/api/v1/attachments*");
    }

    private void everybodySeesHerPicturesAndNothingJumps(Person anna) {
        thread = anna.path();
        assertThat(pictures(anna)).hasCount(4);
        anna.looks("thread-pictures");

        var visitor = cast.person();
        visitor.page().addInitScript("""
                window.shifted = 0;
                new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.shifted += one.value)))
                  .observe({ type: "layout-shift", buffered: true });""");
        visitor.opens(thread);
        assertThat(pictures(visitor)).hasCount(4);
        pictures(visitor).all().forEach(picture -> {
            picture.scrollIntoViewIfNeeded();
            visitor.awaits(() -> (boolean) picture.evaluate("picture => picture.complete && picture.naturalWidth > 0"));
            assertThat(picture.boundingBox().width).isLessThanOrEqualTo(width);
        });
        // what times and counts do is far less; a picture without its size moves half the page
        assertThat(((Number) visitor.page().evaluate("shifted")).doubleValue()).isLessThan(0.01);

        pictures(visitor).first().click();
        visitor.page().waitForURL(Pattern.compile(".*/attachments/\\d+/full/[a-z-]+\\.(jpg|png)"));
    }

    private void someoneWithoutScriptAnswersWithAPicture() {
        var henri = cast.personWithoutScripts().opens("/").logsIn("helper");
        henri.opens(thread).writes("Deine Antwort", HELP);
        henri.presses("Bild hochladen").sees("Wähle zuerst ein Bild aus.");
        henri.expects("422 POST /attachments").seesIn("Deine Antwort", HELP);

        henri.page()
                .locator("#picture")
                .setInputFiles(new FilePayload[] {photograph("Gelbes Kabel.jpg", 1200, 800), SCRIPT});
        henri.presses("Bild hochladen").sees("harmlos.png: Das ist kein Bild, das wir zeigen können");
        henri.sees("Das Bild steht jetzt am Ende deines Textes.").expects("415 POST /attachments");
        assertThat(henri.page().locator("#body"))
                .hasValue(Pattern.compile(
                        "^" + HELP + "\\s+!\\[gelbes kabel\\]\\(/attachments/\\d+/gelbes-kabel\\.jpg\\)\\s*$"));

        henri.isForgotten();
        henri.page().locator("#picture").setInputFiles(photograph("noch eins.jpg", 300, 200));
        henri.presses("Bild hochladen").sees("Du bist nicht mehr angemeldet").expects("401 POST /attachments");
        assertThat(henri.page().locator("#body")).hasValue(Pattern.compile("^" + HELP));
        henri.opens("/").presses("Anmelden").isAt("/");
        henri.opens(thread).writes("Deine Antwort", HELP);
        henri.page().locator("#picture").setInputFiles(photograph("Gelbes Kabel.jpg", 1200, 800));
        henri.presses("Bild hochladen").sees("Das Bild steht jetzt am Ende deines Textes.");
        henri.presses("Antwort veröffentlichen").sees("Deine Antwort ist veröffentlicht.");
        assertThat(henri.page().locator("article[id^=answer-] .prose img")).hasCount(1);
    }

    private static com.microsoft.playwright.Locator pictures(Person person) {
        return person.page().locator("#question-body img");
    }

    private static void choose(Person person, FilePayload file) {
        person.page().waitForFileChooser(() -> person.presses("Bild einfügen")).setFiles(file);
    }

    /** What a hand does with the mouse or the clipboard, which no script may do for it. */
    private static void hand(Person person, String event, FilePayload file) {
        person.page()
                .evaluate(
                        """
                ({ event, name, type, bytes }) => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, { type }));
                  const options = { bubbles: true, cancelable: true };
                  document.querySelector("#body").dispatchEvent(
                    event === "paste"
                      ? new ClipboardEvent(event, { ...options, clipboardData: transfer })
                      : new DragEvent(event, { ...options, dataTransfer: transfer }));
                }""",
                        Map.of(
                                "event",
                                event,
                                "name",
                                file.name,
                                "type",
                                file.mimeType,
                                "bytes",
                                Base64.getEncoder().encodeToString(file.buffer)));
    }

    private static void namesInText(Person person, String address) {
        assertThat(person.page().locator("#body")).hasValue(Pattern.compile("!\\[[^\\]]+\\]\\(" + address + "\\)"));
        assertThat(person.page().locator("[data-uploads] li")).hasCount(0);
    }

    static FilePayload photograph(String name, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paint.setPaint(new GradientPaint(0, 0, new Color(60, 70, 90), width, height, new Color(190, 200, 205)));
        paint.fillRect(0, 0, width, height);
        for (int i = 0; i < 5; i++) {
            paint.setColor(i == 0 ? Color.YELLOW : new Color(20, 25, 30));
            paint.fillRoundRect(width / 12 + i * width / 6, height / 3, width / 8, height / 4, 20, 20);
        }
        paint.dispose();
        var bytes = new ByteArrayOutputStream();
        var type = name.endsWith(".png") ? "png" : "jpeg";
        try {
            ImageIO.write(image, type, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new FilePayload(name, "image/" + type, bytes.toByteArray());
    }
}
