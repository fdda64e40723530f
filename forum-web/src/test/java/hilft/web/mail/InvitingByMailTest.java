package hilft.web.mail;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hilft.forum.member.MemberProfile;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Role;
import hilft.forum.text.Markdown;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventState;
import hilft.rewards.event.EventView;
import hilft.rewards.event.InvitationState;
import hilft.rewards.event.InvitationView;
import hilft.rewards.event.Invitations;
import hilft.web.calendar.TestCalendars;
import hilft.web.security.SignedLinks;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static hilft.rewards.event.InvitationState.ACCEPTED;
import static hilft.rewards.event.InvitationState.DECLINED;
import static hilft.rewards.event.InvitationState.INVITED;
import static hilft.rewards.event.InvitationState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@NullMarked
class InvitingByMailTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    private final InvitationMail invitationMail = new InvitationMail();
    private final CalendarMail calendarMail = new CalendarMail();
    private final List<Integer> mailed = new ArrayList<>();

    private MemberView guest = guest("de", true, true);
    private boolean wantsInvitations = true;
    private EventState state = EventState.DRAFT;
    private boolean open = true;
    private InvitationState invitation = INVITED;
    private @Nullable Integer mailedSequence;
    private @Nullable Integer mailedRevision;
    private boolean beingMailed;
    private @Nullable String cancelReason;

    @BeforeEach
    void startMailServer() {
        mails.start();
        MailServer server = new MailServer();
        server.host = "127.0.0.1";
        server.port = mails.getSmtp().getPort();
        server.from = "hilft@example.org";
        EventLetters letters = new EventLetters();
        letters.baseUrl = "https://forum.example.org/";
        letters.markdown = new Markdown();
        EventQueries events = events();
        MemberQueries members = new MemberQueries() {
            @Override
            public Optional<MemberView> find(long id) {
                return Optional.of(guest);
            }
        };
        invitationMail.server = server;
        invitationMail.letters = letters;
        invitationMail.events = events;
        invitationMail.members = members;
        invitationMail.links = new SignedLinks() {
            @Override
            public Optional<String> sign(long invitationId, long memberId) {
                return Optional.of(invitationId + "." + memberId + ".signed");
            }
        };
        calendarMail.server = server;
        calendarMail.letters = letters;
        calendarMail.events = events;
        calendarMail.members = members;
        calendarMail.calendars = TestCalendars.at(NOW);
        Invitations invitations = invitations();
        invitationMail.invitations = invitations;
        calendarMail.invitations = invitations;
    }

    private Invitations invitations() {
        return new Invitations() {
            @Override
            public void startMailing(long invitationId) {
                if (beingMailed) {
                    throw new IllegalStateException("another job");
                }
                beingMailed = true;
            }

            @Override
            public void stopMailing(long invitationId) {
                beingMailed = false;
            }

            @Override
            public void invitationMailed(long invitationId, int revision) {
                mailedRevision = revision;
            }

            @Override
            public void calendarMailed(long invitationId, int sequence) {
                mailed.add(sequence);
            }
        };
    }

    @AfterEach
    void stopMailServer() {
        mails.stop();
    }

    @Test
    void anInvitationSaysWhatWhenWhereHowManySeatsAndUntilWhen() throws Exception {
        invitationMail.deliver(42);

        MimeMessage message = mails.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Einladung: Der <große> Abend");
        assertThat(message.getMessageID()).isEqualTo("<invitation-42-0@forum.example.org>");
        assertThat(text(message))
                .contains("Hallo Anna,", "Der <große> Abend", "Wo: Alte Post, Leipzig")
                .contains("Wann: Samstag, 5. Dezember 2026, 19:00–22:00 (MEZ)")
                .contains("Es gibt 1.200 Plätze.", "Bitte antworte bis Mittwoch, 2. Dezember 2026, 12:00 (MEZ).")
                .contains("https://forum.example.org/events/7?invitation=42.1.signed")
                .doesNotContain("stream.example.org", "**");
        assertThat(html(message)).contains("Der &lt;große&gt; Abend").doesNotContain("<img", "<große>");
    }

    @Test
    void anEnglishGuestReadsEnglishWhereThereIsSome() throws Exception {
        guest = guest("en", true, true);
        invitationMail.deliver(42);

        MimeMessage message = mails.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Invitation: Der <große> Abend");
        assertThat(text(message)).contains("When: Saturday", "We celebrate.", "Please answer by");
    }

    @Test
    void marketingSeesTheSameMailInBothLanguages() {
        assertThat(invitationMail.preview(7, Locale.GERMAN)).hasValueSatisfying(preview -> {
            assertThat(preview.subject()).startsWith("Einladung: ");
            assertThat(preview.html()).contains("Hallo Alex", "Alte Post");
        });
        assertThat(invitationMail.preview(7, Locale.ENGLISH))
                .hasValueSatisfying(preview -> assertThat(preview.html()).contains("We celebrate."));
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void nobodyIsInvitedWhoLostTheInvitationOrCannotAnswerOrWantsNone() {
        invitation = WITHDRAWN;
        invitationMail.deliver(42);
        invitation = INVITED;
        open = false;
        invitationMail.deliver(42);
        open = true;
        wantsInvitations = false;
        invitationMail.deliver(42);
        wantsInvitations = true;
        guest = guest("de", false, true);
        invitationMail.deliver(42);
        guest = guest("de", true, false);
        invitationMail.deliver(42);

        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void whoAcceptedGetsTheEntryForTheCalendar() throws Exception {
        invitation = ACCEPTED;
        calendarMail.deliver(42);

        MimeMessage message = mails.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Du bist dabei: Der <große> Abend");
        assertThat(message.getMessageID()).isEqualTo("<calendar-42-3@forum.example.org>");
        assertThat(text((Part) ((Multipart) message.getContent()).getBodyPart(0)))
                .contains("Stream: https://stream.example.org/a");
        assertEntry(message, "REQUEST");
        assertThat(mailed).containsExactly(3);
    }

    @Test
    void anInvitationIsMailedOnceHoweverManyJobsThereAre() {
        invitationMail.deliver(42);
        invitationMail.deliver(42);

        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(beingMailed).isFalse();
    }

    @Test
    void whatAnotherJobMailsRightNowIsLeftForLater() {
        beingMailed = true;

        assertThatThrownBy(() -> invitationMail.deliver(42)).hasMessage("another job");
        assertThatThrownBy(() -> calendarMail.deliver(42)).hasMessage("another job");
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void whatIsMailedAlreadyIsNotMailedAgain() {
        invitation = ACCEPTED;
        mailedSequence = 3;
        calendarMail.deliver(42);

        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void anotherTimeIsMailedAsNews() throws Exception {
        invitation = ACCEPTED;
        mailedSequence = 2;
        calendarMail.deliver(42);

        assertThat(mails.getReceivedMessages()[0].getSubject()).startsWith("Neuer Stand: ");
        assertEntry(mails.getReceivedMessages()[0], "REQUEST");
    }

    @Test
    void aCancelledEventLeavesTheCalendarAndSaysWhy() throws Exception {
        invitation = ACCEPTED;
        mailedSequence = 2;
        state = EventState.CANCELLED;
        cancelReason = "Wasserschaden <im> Saal";
        calendarMail.deliver(42);

        MimeMessage message = mails.getReceivedMessages()[0];
        assertThat(message.getSubject()).startsWith("Abgesagt: ");
        assertThat(text((Part) ((Multipart) message.getContent()).getBodyPart(0)))
                .contains("Wasserschaden <im> Saal");
        assertEntry(message, "CANCEL");
    }

    @Test
    void aWithdrawnGuestIsToldAndADecliningOneOnlyIfThereIsAnEntry() throws Exception {
        invitation = DECLINED;
        calendarMail.deliver(42);
        assertThat(mails.getReceivedMessages()).isEmpty();

        mailedSequence = 2;
        calendarMail.deliver(42);
        mailedSequence = null;
        invitation = WITHDRAWN;
        calendarMail.deliver(42);

        assertThat(mails.getReceivedMessages()[0].getSubject()).startsWith("Du hast abgesagt: ");
        assertThat(mails.getReceivedMessages()[1].getSubject()).startsWith("Deine Einladung wurde zurückgezogen: ");
        assertEntry(mails.getReceivedMessages()[1], "CANCEL");
    }

    @Test
    void aServerThatIsDownIsToldToTheOutboxAndNothingIsRememberedAsMailed() {
        mails.stop();
        invitation = ACCEPTED;

        assertThatThrownBy(() -> calendarMail.deliver(42)).hasMessageContaining("mail server");
        assertThat(mailed).isEmpty();
        assertThat(beingMailed).isFalse();
        invitation = INVITED;
        assertThatThrownBy(() -> invitationMail.deliver(42)).hasMessageContaining("mail server");
    }

    private static void assertEntry(MimeMessage message, String method) throws Exception {
        Part part = ((Multipart) message.getContent()).getBodyPart(1);
        assertThat(part.getContentType()).startsWith("text/calendar").contains("method=" + method);
        assertThat(part.getFileName()).isEqualTo("event.ics");
        byte[] bytes = part.getInputStream().readAllBytes();
        ICalendar calendar =
                Biweekly.parse(new String(bytes, StandardCharsets.UTF_8)).first();
        assertThat(calendar.getMethod().getValue()).isEqualTo(method);
        assertThat(calendar.getEvents().get(0).getSequence().getValue()).isEqualTo(3);
    }

    private EventQueries events() {
        return new EventQueries() {
            @Override
            public Optional<InvitationView> findInvitation(long id) {
                return Optional.of(new InvitationView(
                        id, 7, guest.author(), invitation, NOW, null, 0, mailedRevision, mailedSequence));
            }

            @Override
            public Optional<EventView> find(long eventId, @Nullable Long viewerId, boolean marketing) {
                return Optional.of(event());
            }

            @Override
            public boolean wantsInvitations(long memberId) {
                return wantsInvitations;
            }
        };
    }

    private EventView event() {
        return new EventView(
                7,
                1,
                "6e8bc430-9c3a-11d9-9669-0800200c9a66",
                "Der <große> Abend",
                "",
                "Wir **feiern**.",
                "We celebrate.",
                "",
                "",
                "Alte Post, Leipzig",
                "https://stream.example.org/a",
                Instant.parse("2026-12-05T18:00:00Z"),
                Instant.parse("2026-12-05T21:00:00Z"),
                BERLIN,
                1200,
                1,
                Instant.parse("2026-12-02T11:00:00Z"),
                state,
                cancelReason,
                true,
                false,
                open,
                3,
                42L,
                invitation);
    }

    private static MemberView guest(String language, boolean verified, boolean mailWanted) {
        return new MemberView(
                1,
                "anna",
                "Anna",
                Set.of(Role.CUSTOMER),
                null,
                language,
                mailWanted,
                "anna@example.org",
                verified,
                NOW,
                false,
                false,
                MemberProfile.PLAIN);
    }

    private static String text(Part message) throws Exception {
        return content(message, 0);
    }

    private static String html(Part message) throws Exception {
        return content(message, 1);
    }

    private static String content(Part message, int index) throws Exception {
        return ((Multipart) message.getContent())
                .getBodyPart(index)
                .getContent()
                .toString()
                .replace("\r\n", "\n")
                .replace("\n> ", "\n");
    }
}
