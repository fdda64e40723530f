package hilft.web.mail;

import hilft.forum.delivery.Delivery;
import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.notification.NotificationKind;
import hilft.forum.notification.NotificationQueries;
import hilft.forum.notification.NotificationView;
import hilft.forum.notification.Notifications;
import hilft.web.faces.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Mails answers and comments to those who follow the question or wrote the post, and an acceptance to who helped. */
@ApplicationScoped
public class NotificationMail implements Delivery {
    /** News that are mailed, with their part of the bundle keys; all other news are told on the site alone. */
    private static final Map<NotificationKind, String> MAILED = Map.of(
            NotificationKind.ANSWER_WRITTEN, "mail.answerWritten.",
            NotificationKind.ANSWER_ACCEPTED, "mail.answerAccepted.",
            NotificationKind.COMMENT_RECEIVED, "mail.commentReceived.",
            NotificationKind.COMMENT_WRITTEN, "mail.commentWritten.",
            NotificationKind.MENTIONED, "mail.mentioned.");

    private static final int LONGEST_QUOTE = 600;

    @Inject
    NotificationQueries notifications;

    @Inject
    MemberQueries members;

    @Inject
    MailServer server;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    @Override
    public String kind() {
        return Notifications.MAIL;
    }

    @Override
    public void deliver(long id) {
        Optional<Letter> letter = notifications
                .find(id)
                .filter(news -> news.visible() && MAILED.containsKey(news.kind()))
                // whoever was there before the mail knows
                .filter(news -> !(news.read() && news.kind().isAboutWriting()))
                .flatMap(news -> members.find(news.memberId())
                        .filter(MemberView::mayBeMailed)
                        .map(to -> letter(news, to)));
        try {
            if (letter.isPresent()) {
                server.send(letter.get());
            }
        } catch (MessagingException refused) {
            throw new IllegalStateException("the mail server has not taken the mail", refused);
        }
    }

    private Letter letter(NotificationView news, MemberView to) {
        Locale language = Locale.forLanguageTag(to.language());
        String key = Objects.requireNonNull(MAILED.get(news.kind()));
        String actor = name(news.actor(), language);
        return new Letter(
                Objects.requireNonNull(to.email()),
                "notification-" + news.id() + "@" + host(),
                language,
                Words.in(language, key + "subject", news.title()),
                Words.in(language, "mail.greeting", to.displayName()),
                Words.in(language, key + "sentence", actor),
                news.title(),
                shorten(Objects.requireNonNullElse(news.text(), "")),
                Words.in(language, key + "button"),
                base() + news.url(),
                Words.in(language, key + "reason"),
                Words.in(language, "mail.settings"),
                base() + "/settings");
    }

    private static String name(@Nullable Author author, Locale language) {
        return author == null || author.deleted() ? Words.in(language, "mail.somebody") : author.displayName();
    }

    private static String shorten(String text) {
        if (text.length() <= LONGEST_QUOTE) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST_QUOTE);
        int end = space > LONGEST_QUOTE / 2 ? space : text.offsetByCodePoints(0, LONGEST_QUOTE / 2);
        return text.substring(0, end) + " …";
    }

    private String base() {
        return baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    private String host() {
        return Objects.requireNonNullElse(URI.create(baseUrl).getHost(), "localhost");
    }
}
