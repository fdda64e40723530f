package hilft.stack;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.sun.net.httpserver.HttpExchange;
import hilft.stack.social.Exchange;
import hilft.stack.social.Html;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.Collectors;

/** The mails that were caught, and a restart of the forum, beside the social simulator. */
final class DevPages {
    private final Mailbox mailbox;
    private final Runnable restartForum;

    DevPages(Mailbox mailbox, Runnable restartForum) {
        this.mailbox = mailbox;
        this.restartForum = restartForum;
    }

    void serveOn(SocialPort port) {
        port.serve("/dev/mail", this::mail);
        port.serve("/dev/mail.json", exchange -> json(new Exchange(exchange)));
        port.serve("/dev/restart", exchange -> restart(new Exchange(exchange)));
    }

    private void restart(Exchange exchange) throws IOException {
        if (exchange.isForeign()) {
            exchange.send(403, "text/plain", "not from another site\n");
        } else if (exchange.method().equals("POST")) {
            restartForum.run();
            exchange.send(200, "text/plain", "restarted\n");
        } else {
            exchange.send(405, "text/plain", "POST only\n");
        }
    }

    private void mail(HttpExchange raw) throws IOException {
        var exchange = new Exchange(raw);
        var path = exchange.path();
        if (exchange.method().equals("DELETE")) {
            mailbox.empty();
            exchange.nothing();
        } else if (path.matches("/dev/mail/?")) {
            exchange.page(200, list());
        } else if (path.matches("/dev/mail/\\d{1,6}(/html)?")) {
            one(exchange, path);
        } else {
            missing(exchange);
        }
    }

    private void json(Exchange exchange) throws IOException {
        JsonSerializer<Instant> iso = (instant, type, context) -> new JsonPrimitive(instant.toString());
        var gson = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .registerTypeAdapter(Instant.class, iso)
                .create();
        exchange.send(200, "application/json", gson.toJson(mailbox.mails()));
    }

    private void one(Exchange exchange, String path) throws IOException {
        var number = Integer.parseInt(path.replaceAll("\\D", ""));
        var mails = mailbox.mails();
        if (number >= mails.size()) {
            missing(exchange);
        } else if (path.endsWith("/html")) {
            exchange.send(200, "text/html", mails.get(number).html());
        } else {
            exchange.page(200, page(mails.get(number)));
        }
    }

    private static void missing(Exchange exchange) throws IOException {
        exchange.page(404, Html.page("There is no such mail", "mail", "<p><a href=\"/dev/mail\">All caught mails</a>"));
    }

    private String list() {
        var mails = new ArrayList<>(mailbox.mails());
        Collections.reverse(mails);
        return Html.page(
                "Caught mails",
                "Caught mails",
                mails.isEmpty()
                        ? "<p class=\"empty\">No mail was sent yet."
                        : mails.stream()
                                .map(DevPages::row)
                                .collect(Collectors.joining(
                                        "\n", "<ol class=\"panel social-mails\" reversed>", "</ol>")));
    }

    private static String row(Mailbox.Mail mail) {
        return "<li><a href=\"/dev/mail/%d\">%s</a><span class=\"quiet\">To %s, %s</span></li>"
                .formatted(
                        mail.number(),
                        Html.escape(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
                        Html.escape(String.join(", ", mail.to())),
                        Html.time(mail.sent()));
    }

    private static String page(Mailbox.Mail mail) {
        var html = mail.html().isEmpty() ? "" : """
                <h2>HTML</h2><iframe sandbox src="/dev/mail/%d/html" title="HTML part"></iframe>""".formatted(mail.number());
        return Html.page(mail.subject().isBlank() ? "(no subject)" : mail.subject(), "mail", """
                <p class="quiet">From %s to %s, %s</p><section class="panel panel-body stack social-mail"><h2>Text</h2>
                <pre>%s</pre>%s</section>""".formatted(
                        Html.escape(mail.from()),
                        Html.escape(String.join(", ", mail.to())),
                        Html.time(mail.sent()),
                        Html.escape(mail.text()),
                        html));
    }
}
