package hilft.web.mail;

import hilft.web.job.Secrets;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The configured SMTP server. */
@ApplicationScoped
public class MailServer {
    private static final String TIMEOUT_MILLIS = "10000";

    @Inject
    @ConfigProperty(name = "hilft.mail.host", defaultValue = "localhost")
    String host;

    @Inject
    @ConfigProperty(name = "hilft.mail.port", defaultValue = "25")
    int port;

    @Inject
    @ConfigProperty(name = "hilft.mail.from", defaultValue = "hilft@localhost")
    String from;

    @Inject
    @ConfigProperty(name = "hilft.mail.starttls", defaultValue = "false")
    boolean starttls;

    private @Nullable String user;
    private @Nullable String password;

    @PostConstruct
    void readSecrets() {
        user = Secrets.find("hilft.mail.user").orElse(null);
        password = Secrets.find("hilft.mail.password").orElse(null);
    }

    /** Hands the letter over; an exception means that the server has not accepted it. */
    void send(Letter letter) throws MessagingException {
        send(letter, null);
    }

    void send(Letter letter, @Nullable CalendarPart calendar) throws MessagingException {
        Session session = Session.getInstance(properties(user != null));
        MimeMessage message = letter.toMessage(session, sender(), calendar);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(host, port, user, password);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Properties properties(boolean authenticates) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(authenticates));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        // Asked for means insisted on: a stripped STARTTLS must not send the password in the clear.
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return properties;
    }

    private InternetAddress sender() throws MessagingException {
        InternetAddress sender = new InternetAddress(from);
        try {
            if (sender.getPersonal() == null) {
                sender.setPersonal(Letter.BRAND, StandardCharsets.UTF_8.name());
            }
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8 is always there", impossible);
        }
        return sender;
    }
}
