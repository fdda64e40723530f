package hilft.stack;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The stack's own pages on the port of the social simulator: the mails that were caught, and a restart of the forum. */
final class DevPages {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Mailbox mailbox;

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    DevPages(int port, Mailbox mailbox, Runnable restartForum) {
        this.mailbox = mailbox;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new StackProblem("The mail page cannot listen on port " + port, "use another -Dhilft.port", e);
        }
        server.setExecutor(threads);
        server.createContext("/dev/mail", this::mail);
        server.createContext("/dev/mail.json", this::json);
        server.createContext("/dev/restart", exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                restartForum.run();
                answer(exchange, 200, "text/plain", "restarted\n");
            } else {
                answer(exchange, 405, "text/plain", "POST only\n");
            }
        });
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void mail(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("DELETE")) {
            mailbox.empty();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else if (path.matches("/dev/mail/?")) {
            answer(exchange, 200, "text/html", list());
        } else if (path.matches("/dev/mail/\\d+(/html)?")) {
            one(exchange, path);
        } else {
            answer(exchange, 404, "text/plain", "not found\n");
        }
    }

    private void json(HttpExchange exchange) throws IOException {
        JsonSerializer<Instant> iso = (instant, type, context) -> new JsonPrimitive(instant.toString());
        var gson = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .registerTypeAdapter(Instant.class, iso)
                .create();
        answer(exchange, 200, "application/json", gson.toJson(mailbox.mails()));
    }

    private void one(HttpExchange exchange, String path) throws IOException {
        var number = Integer.parseInt(path.replaceAll("\\D", ""));
        var mails = mailbox.mails();
        if (number >= mails.size()) {
            answer(exchange, 404, "text/plain", "not found\n");
        } else if (path.endsWith("/html")) {
            answer(exchange, 200, "text/html", mails.get(number).html());
        } else {
            answer(exchange, 200, "text/html", page(mails.get(number)));
        }
    }

    private String list() {
        var rows = mailbox.mails().stream()
                .map(mail -> "<tr><td>%s<td>%s<td><a href=\"/dev/mail/%d\">%s</a>"
                        .formatted(
                                escape(mail.sent().toString()),
                                escape(String.join(", ", mail.to())),
                                mail.number(),
                                escape(mail.subject())))
                .collect(Collectors.joining("\n"));
        return document(
                "Caught mails",
                rows.isEmpty()
                        ? "<p>No mail was sent yet."
                        : "<table><tr><th>Sent<th>To<th>Subject\n" + rows + "</table>");
    }

    private static String page(Mailbox.Mail mail) {
        var html = mail.html().isEmpty()
                ? ""
                : "<h2>HTML</h2><iframe sandbox src=\"/dev/mail/%d/html\" title=\"HTML part\"></iframe>"
                        .formatted(mail.number());
        return document(
                escape(mail.subject()),
                "<p><a href=\"/dev/mail\">All mails</a><p>From %s to %s, %s<h2>Text</h2><pre>%s</pre>%s"
                        .formatted(
                                escape(mail.from()),
                                escape(String.join(", ", mail.to())),
                                mail.sent(),
                                escape(mail.text()),
                                html));
    }

    private static String document(String title, String body) {
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>%1$s</title>
                <meta name="viewport" content="width=device-width">
                <style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}
                table{border-collapse:collapse;width:100%%}td,th{text-align:start;padding:.4rem;border-bottom:1px solid #8884}
                pre{white-space:pre-wrap}iframe{width:100%%;height:40rem;border:1px solid #8884;background:#fff}</style>
                <h1>%1$s</h1>%2$s
                """.formatted(title, body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
