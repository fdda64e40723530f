package hilft.web.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hilft.forum.member.MemberView;
import hilft.forum.member.Members;
import hilft.forum.member.Role;
import hilft.forum.member.SignIn;
import hilft.rewards.event.CommunityEvents;
import hilft.rewards.event.EventPlan;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.InvitationView;
import hilft.rewards.event.Invitations;
import hilft.shared.Deployments;
import hilft.web.calendar.Calendars;
import hilft.web.calendar.EventTimes;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.security.SecretKeys;
import hilft.web.security.SignedLinks;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails wait in the outbox while no mail server listens, and arrive once when one does. */
@ArquillianTest
class MailServerDownIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String FAILED = """
            select count(*) from scheduled_tasks
            where task_name = ? and task_instance like ? and consecutive_failures > 0
            """;

    @Inject
    Members members;

    @Inject
    CommunityEvents events;

    @Inject
    Invitations invitations;

    @Inject
    EventQueries queries;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "hilft.mail.port")
    int port;

    @PersistenceContext(unitName = "hilft")
    EntityManager entities;

    @Deployment
    static WebArchive deployment() {
        return Deployments.domain()
                .addClasses(Letter.class, CalendarPart.class, MailServer.class, EventLetters.class)
                .addClasses(InvitationMail.class, InvitationMail.Preview.class, CalendarMail.class)
                .addClasses(SecretKeys.class, SignedLinks.class, SignedLinks.Signed.class)
                .addClasses(Calendars.class, EventTimes.class, Words.class, Language.class)
                .addClass("hilft.web.calendar.TimeZones")
                .addClass("hilft.web.calendar.Folding")
                .addAsResource("hilft/messages_de.properties")
                .addAsResource(
                        new StringAsset("hilft.mail.host=127.0.0.1\nhilft.mail.port=" + freePort() + "\n"),
                        "META-INF/microprofile-config.properties")
                .addAsLibrary(greenmail());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static File greenmail() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("greenmail"))
                .map(File::new)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasRefusedArrivesOnceWhenTheServerIsBack() {
        MemberView invited = join();
        MemberView guest = join();
        MemberView lost = join();
        long event = events.plan(invited.id(), plan());
        invitations.invite(invited.id(), event, List.of(invited.id(), guest.id(), lost.id()));
        invitations.accept(guest.id(), event);
        invitations.accept(lost.id(), event);
        awaitThat(() -> hasFailed(Invitations.INVITATION_MAIL, event, invited));
        awaitThat(() -> hasFailed(Invitations.CALENDAR_MAIL, event, guest));
        invitations.withdraw(invited.id(), invitation(event, lost).id());

        GreenMail mails = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mails.start();
        try {
            awaitThat(() -> subjects(mails, invited).size() == 1);
            awaitThat(() -> invitation(event, guest).mailedSequence() != null);
            awaitThat(() -> invitation(event, lost).mailedSequence() != null);
            assertThat(subjects(mails, invited)).containsExactly("Einladung: Der große Abend");
            assertThat(subjects(mails, guest)).containsExactly("Du bist dabei: Der große Abend");
            assertThat(subjects(mails, lost))
                    .as("composed from what is true when it is sent")
                    .containsExactly("Deine Einladung wurde zurückgezogen: Der große Abend");
        } finally {
            mails.stop();
        }
    }

    private boolean hasFailed(String kind, long event, MemberView guest) {
        Number failed = (Number) entities.createNativeQuery(FAILED)
                .setParameter(1, kind)
                .setParameter(2, invitation(event, guest).id() + ".%")
                .getSingleResult();
        return failed.intValue() > 0;
    }

    private InvitationView invitation(long event, MemberView guest) {
        return queries.invitations(event).stream()
                .filter(invitation -> invitation.guest().id() == guest.id())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> subjects(GreenMail mails, MemberView guest) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(message -> to(message).contains(String.valueOf(guest.email())))
                .map(MailServerDownIT::subject)
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return Arrays.toString(message.getRecipients(Message.RecipientType.TO));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void awaitThat(BooleanSupplier wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!wanted.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(wanted.getAsBoolean()).isTrue();
    }

    private EventPlan plan() {
        LocalDateTime start = LocalDateTime.ofInstant(clock.instant(), BERLIN)
                .plusDays(30)
                .withHour(19)
                .truncatedTo(ChronoUnit.HOURS);
        return new EventPlan(
                "Der große Abend",
                "",
                "Wir feiern die besten Antworten.",
                "",
                "Alte Post, Leipzig",
                null,
                start,
                start.plusHours(3),
                BERLIN,
                10,
                start.minusDays(3));
    }

    private MemberView join() {
        String subject = UUID.randomUUID().toString();
        return members.signIn(
                new SignIn(subject, "Gast " + subject, subject + "@example.org", true, Set.of(Role.CUSTOMER), "de"));
    }
}
