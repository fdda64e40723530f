package hilft.stack.social;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The frame of the stack's own pages: the forum's looks under a band that says what they are. */
public final class Html {
    private static final List<String> SHEETS = List.of(
            "layers",
            "tokens",
            "reset",
            "base",
            "page",
            "button",
            "field",
            "avatar",
            "pill",
            "notice",
            "empty",
            "utilities");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneId.of("Europe/Berlin"));

    private Html() {}

    /** The whole page; the title is plain text, the body is HTML, {@code current} is timeline, mails or another word. */
    public static String page(String title, String current, String body) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s · Simulation</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
                <link rel="icon" href="data:,"><link rel="stylesheet" href="/dev/x/style.css"></head><body>
                <header class="social-band"><div><p><b>Simulation</b> Nothing here leaves this machine.</p>
                <nav aria-label="Pages">%2$s%3$s</nav></div></header>
                <main class="page is-narrow"><h1>%1$s</h1>
                %4$s
                </main></body></html>
                """.formatted(
                escape(title), link("/", "Timeline", current), link("/dev/mail", "Caught mails", current), body);
    }

    private static String link(String address, String name, String current) {
        return "<a href=\"%s\"%s>%s</a>".formatted(address, name.equals(current) ? " aria-current=\"page\"" : "", name);
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    public static String time(Instant instant) {
        return "<time datetime=\"%s\">%s</time>".formatted(instant, TIME.format(instant));
    }

    static String avatar(Account account) {
        var initials = account.name()
                .strip()
                .codePoints()
                .limit(1)
                .mapToObj(Character::toString)
                .reduce("", String::concat);
        return "<span class=\"avatar hue-%d\" data-initials=\"%s\" aria-hidden=\"true\"></span>"
                .formatted(Math.floorMod(account.handle().hashCode(), 12), escape(initials));
    }

    /** The forum's own sheets and ours, as one. */
    static String styles(Path sheets) {
        var styles = new StringBuilder();
        try {
            for (var sheet : SHEETS) {
                styles.append(Files.readString(sheets.resolve(sheet + ".css"))).append('\n');
            }
            try (var ours = Html.class.getResourceAsStream("social.css")) {
                if (ours != null) {
                    styles.append(new String(ours.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return styles.toString();
    }
}
