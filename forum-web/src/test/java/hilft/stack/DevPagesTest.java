package hilft.stack;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DevPagesTest {
    private final Ports ports = Ports.free();
    private final Mailbox mailbox = new Mailbox(ports.mail());
    private final SocialPort port = new SocialPort(ports.social());

    @BeforeEach
    void start() {
        mailbox.start();
        new DevPages(mailbox, () -> {}).serveOn(port);
        port.open();
    }

    @AfterEach
    void stop() {
        port.close();
        mailbox.stop();
    }

    @Test
    void aMailIsCaughtWithItsTextAndItsHtml() throws Exception {
        send("Grüße <b>");
        assertThat(mailbox.mailsTo("asker@example.org")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Grüße <b>");
            assertThat(mail.text()).isEqualTo("Hallo Wörld");
            assertThat(mail.html()).isEqualTo("<p>Hallo Wörld</p>");
        });
    }

    @Test
    void theListLeadsToEachMail() throws Exception {
        send("Grüße <b>");
        assertThat(get("/dev/mail")).contains("Grüße &lt;b&gt;", "href=\"/dev/mail/0\"");
        assertThat(get("/dev/mail/0")).contains("Hallo Wörld", "src=\"/dev/mail/0/html\"");
        assertThat(get("/dev/mail/0/html")).isEqualTo("<p>Hallo Wörld</p>");
        assertThat(get("/dev/mail.json")).contains("\"subject\": \"Grüße <b>\"");
    }

    @Test
    void theBoxCanBeEmptied() throws Exception {
        send("one");
        assertThat(request("DELETE", "/dev/mail").statusCode()).isEqualTo(204);
        assertThat(mailbox.mails()).isEmpty();
        assertThat(request("GET", "/dev/mail/0").statusCode()).isEqualTo(404);
    }

    private void send(String subject) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(ports.mail()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("hilft@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("asker@example.org"));
        message.setSubject(subject, "UTF-8");
        var text = new MimeBodyPart();
        text.setText("Hallo Wörld", "UTF-8");
        var html = new MimeBodyPart();
        html.setText("<p>Hallo Wörld</p>", "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }

    private String get(String path) throws IOException, InterruptedException {
        return request("GET", path).body();
    }

    private HttpResponse<String> request(String method, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + ports.social() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
