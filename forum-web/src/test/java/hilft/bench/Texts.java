package hilft.bench;

import hilft.forum.text.Languages;
import hilft.forum.text.Markdown;
import hilft.forum.text.Slug;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Posts of the length people write, in German and English, rendered as the forum would; the same ones for every size. */
final class Texts {
    private static final List<String> DEVICES = List.of(
            "Router",
            "Repeater",
            "Glasfaser-Modem",
            "TV-Box",
            "Handy",
            "Tablet",
            "SIM-Karte",
            "eSIM",
            "Festnetztelefon",
            "Mailbox",
            "Hotspot",
            "Kundenkonto",
            "App",
            "Rechnung",
            "Vertrag",
            "Smartwatch");
    private static final List<String> PROBLEMS_DE = List.of(
            "verliert jeden Abend die Verbindung",
            "zeigt nach dem Update nur noch eine weiße Seite",
            "lässt sich nicht mehr einrichten",
            "meldet einen falschen Betrag",
            "startet ständig neu",
            "findet im Ausland kein Netz",
            "nimmt das Passwort nicht an",
            "ist seit dem Umzug viel zu langsam");
    private static final List<String> PROBLEMS_EN = List.of(
            "loses its connection every evening",
            "shows nothing but a white page since the update",
            "cannot be set up any more",
            "reports the wrong amount",
            "keeps restarting",
            "finds no network abroad",
            "does not take my password",
            "is far too slow since we moved");
    private static final List<String> SENTENCES_DE = List.of(
            "Das Problem tritt seit gestern Abend auf, vorher lief alles ohne Störung.",
            "Ich habe das Gerät schon zweimal vom Strom getrennt und zehn Minuten gewartet.",
            "Die Hotline konnte mir leider auch nicht weiterhelfen.",
            "Bei mir hat geholfen, in den Einstellungen **automatisch** auszuschalten und den Kanal von Hand zu wählen.",
            "Schau bitte unter `Einstellungen > Netzwerk` nach, welche Version dort steht.",
            "In unserer Straße wurde letzte Woche gebaut, vielleicht hängt es damit zusammen.",
            "Nach dem Zurücksetzen musst du die Zugangsdaten noch einmal eingeben.",
            "Die grüne Lampe blinkt dreimal, danach bleibt sie für etwa eine Minute dunkel.",
            "Wenn das nicht reicht, lass die Leitung messen; das dauert nur ein paar Minuten.",
            "Danke für die schnelle Antwort, genau das war es!");
    private static final List<String> SENTENCES_EN = List.of(
            "It started yesterday evening; before that everything worked without a hitch.",
            "I have already unplugged the device twice and waited for ten minutes.",
            "The hotline could not tell me anything either.",
            "What helped here was to switch **automatic** off in the settings and choose the channel by hand.",
            "Please look under `Settings > Network` and tell us which version it says.",
            "There was construction in our street last week, maybe that is the reason.",
            "After the reset you have to enter your access data once more.",
            "The green light blinks three times and then stays dark for about a minute.",
            "If that is not enough, ask for a line measurement; it takes only some minutes.",
            "Thanks for the quick answer, that was exactly it!");

    /** A title, which only questions use, and a body in all the forms that are stored. */
    record Text(String title, String slug, String language, String body, String html, String plain, String excerpt) {}

    private Texts() {}

    static List<Text> write(int count, long seed) {
        var luck = new Random(seed);
        var markdown = new Markdown();
        var texts = new ArrayList<Text>();
        for (int i = 0; i < count; i++) {
            texts.add(write(luck, markdown));
        }
        return texts;
    }

    private static Text write(Random luck, Markdown markdown) {
        var german = luck.nextInt(10) < 7;
        var model = luck.nextInt(900) + 100;
        var title = german
                ? "%s %d %s".formatted(pick(DEVICES, luck), model, pick(PROBLEMS_DE, luck))
                : "%s %d %s".formatted(pick(DEVICES, luck), model, pick(PROBLEMS_EN, luck));
        var body = body(german ? SENTENCES_DE : SENTENCES_EN, luck);
        var plain = markdown.toPlain(body);
        return new Text(
                title,
                Slug.of(title),
                Languages.guess(title + "\n" + plain),
                body,
                markdown.toHtml(body),
                plain,
                markdown.excerpt(body, 200));
    }

    private static String body(List<String> sentences, Random luck) {
        var paragraphs = new String[1 + luck.nextInt(3)];
        Arrays.setAll(paragraphs, paragraph -> {
            var words = new StringBuilder();
            for (int i = 0, count = 1 + luck.nextInt(4); i < count; i++) {
                words.append(i == 0 ? "" : " ").append(pick(sentences, luck));
            }
            return words.append(" (")
                    .append(pick(DEVICES, luck))
                    .append(' ')
                    .append(luck.nextInt(900) + 100)
                    .append(')')
                    .toString();
        });
        return String.join("\n\n", paragraphs);
    }

    private static String pick(List<String> from, Random luck) {
        return from.get(luck.nextInt(from.size()));
    }
}
