package hilft.web.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hilft.forum.member.Author;
import hilft.forum.member.MemberProfile;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Role;
import hilft.forum.notification.NotificationKind;
import hilft.forum.notification.NotificationQueries;
import hilft.forum.notification.NotificationReason;
import hilft.forum.notification.NotificationView;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static hilft.forum.notification.NotificationKind.ANSWER_ACCEPTED;
import static hilft.forum.notification.NotificationKind.ANSWER_WRITTEN;
import static hilft.forum.notification.NotificationKind.MENTIONED;
import static hilft.forum.notification.NotificationKind.POST_HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@NullMarked
class MailingNewsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ADDRESS = "asker@example.org";

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    private final NotificationMail mail = new NotificationMail();

    @BeforeEach
    void startMailServer() {
        mails.start();
        mail.baseUrl = "https://forum.example.org/";
        mail.server = new MailServer();
        mail.server.host = "127.0.0.1";
        mail.server.port = mails.getSmtp().getPort();
        mail.server.from = "hilft@example.org";
    }

    @AfterEach
    void stopMailServer() {
        mails.stop();
    }

    @Test
    void anAnswerIsMailedInTheMembersLanguage() throws Exception {
        deliver(news(ANSWER_WRITTEN, true), member("de", true, false, true));

        MimeMessage message = mails.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Neue Antwort: Router <startet> neu & \"blinkt\"");
        assertThat(message.getAllRecipients()[0]).hasToString(ADDRESS);
        assertThat(message.getFrom()[0]).hasToString("Hilft <hilft@example.org>");
        assertThat(message.getMessageID()).isEqualTo("<notification-42@forum.example.org>");
        assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<https://forum.example.org/settings>");
        assertThat(part(message, 0))
                .contains("Hallo Anna,", "Henri hat auf eine Frage geantwortet", "> Netzteil <b>tauschen</b>")
                .contains("https://forum.example.org/answers/7");
        assertThat(part(message, 1))
                .contains("Netzteil &lt;b&gt;tauschen&lt;/b&gt;<br>dann warten")
                .contains("href=\"https://forum.example.org/answers/7\"")
                .doesNotContain("<img", "<b>tauschen");
    }

    @Test
    void anAcceptanceIsMailedInEnglish() throws Exception {
        deliver(news(ANSWER_ACCEPTED, true), member("en", true, false, true));

        assertThat(mails.getReceivedMessages()[0].getSubject()).startsWith("Your answer is the solution: ");
        assertThat(part(mails.getReceivedMessages()[0], 0)).contains("Henri accepted your answer");
    }

    @Test
    void whoIsNamedReadsWhy() throws Exception {
        deliver(news(MENTIONED, true), member("de", true, false, true));

        assertThat(mails.getReceivedMessages()[0].getSubject()).startsWith("Du wurdest erwähnt: ");
        assertThat(part(mails.getReceivedMessages()[0], 0))
                .contains("Henri hat dich in einem Beitrag erwähnt", "weil du erwähnt wurdest");
    }

    @Test
    void aRepeatCarriesTheSameMessageId() throws Exception {
        deliver(news(ANSWER_WRITTEN, true), member("de", true, false, true));
        deliver(news(ANSWER_WRITTEN, true), member("de", true, false, true));

        assertThat(mails.getReceivedMessages()[0].getMessageID())
                .isEqualTo(mails.getReceivedMessages()[1].getMessageID());
    }

    @Test
    void hiddenWordsAreNotMailed() {
        deliver(news(ANSWER_WRITTEN, false), member("de", true, false, true));
        deliver(news(POST_HIDDEN, true), member("de", true, false, true));

        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void nothingGoesToUnverifiedDisabledOrUnwillingMembers() {
        deliver(news(ANSWER_WRITTEN, true), member("de", false, false, true));
        deliver(news(ANSWER_WRITTEN, true), member("de", true, true, true));
        deliver(news(ANSWER_WRITTEN, true), member("de", true, false, false));

        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void newsThatIsGoneIsNoReasonToTryAgain() {
        deliver(null, member("de", true, false, true));

        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsDownIsToldToTheOutbox() {
        mails.stop();

        assertThatThrownBy(() -> deliver(news(ANSWER_WRITTEN, true), member("de", true, false, true)))
                .hasMessageContaining("mail server");
    }

    private void deliver(@Nullable NotificationView news, MemberView member) {
        mail.notifications = new NotificationQueries() {
            @Override
            public Optional<NotificationView> find(long id) {
                return Optional.ofNullable(news);
            }
        };
        mail.members = new MemberQueries() {
            @Override
            public Optional<MemberView> find(long id) {
                return Optional.of(member);
            }
        };
        mail.deliver(42);
    }

    private static NotificationView news(NotificationKind kind, boolean visible) {
        return new NotificationView(
                42,
                1,
                kind,
                3L,
                "Router <startet> neu & \"blinkt\"",
                "/answers/7",
                visible,
                7L,
                null,
                visible ? "Netzteil <b>tauschen</b>\ndann warten" : null,
                new Author(2, "henri", "Henri", Set.of(Role.CUSTOMER), false),
                NotificationReason.FOLLOWING,
                NOON,
                false);
    }

    private static MemberView member(String language, boolean verified, boolean disabled, boolean mailWanted) {
        return new MemberView(
                1,
                "anna",
                "Anna",
                Set.of(Role.CUSTOMER),
                null,
                language,
                mailWanted,
                ADDRESS,
                verified,
                NOON,
                disabled,
                false,
                MemberProfile.PLAIN);
    }

    private static String part(MimeMessage message, int index) throws Exception {
        return ((Multipart) message.getContent())
                .getBodyPart(index)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }
}
