package hilft.stack;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Catches every mail of the stack instead of delivering it. */
public final class Mailbox {
    private final GreenMail server;

    Mailbox(int port) {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        server = new GreenMail(setup)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop();
    }

    /** All caught mails, oldest first. */
    public List<Mail> mails() {
        var mails = new ArrayList<Mail>();
        for (var message : server.getReceivedMessages()) {
            mails.add(read(mails.size(), message));
        }
        return mails;
    }

    public List<Mail> mailsTo(String address) {
        return mails().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    public void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mail read(int number, MimeMessage message) {
        try {
            var sent = message.getSentDate();
            return new Mail(
                    number,
                    message.getFrom() == null ? "" : message.getFrom()[0].toString(),
                    addresses(message),
                    message.getSubject() == null ? "" : message.getSubject(),
                    sent == null ? Instant.EPOCH : sent.toInstant(),
                    text(message, "text/plain"),
                    text(message, "text/html"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> addresses(MimeMessage message) throws MessagingException {
        var recipients = message.getRecipients(Message.RecipientType.TO);
        return recipients == null
                ? List.of()
                : Arrays.stream(recipients).map(Object::toString).toList();
    }

    private static String text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var text = text(parts.getBodyPart(i), type);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** One caught mail; text or html is empty when it has no such part. */
    public record Mail(
            int number, String from, List<String> to, String subject, Instant sent, String text, String html) {}
}
