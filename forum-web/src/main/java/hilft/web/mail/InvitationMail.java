package hilft.web.mail;

import hilft.forum.delivery.Delivery;
import hilft.forum.member.MemberProfile;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventView;
import hilft.rewards.event.InvitationState;
import hilft.rewards.event.InvitationView;
import hilft.rewards.event.Invitations;
import hilft.web.faces.Words;
import hilft.web.security.SignedLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Mails an invitation, as long as it stands and can be answered, to members who want to be invited. */
@ApplicationScoped
public class InvitationMail implements Delivery {

    private static final String KEY = "mail.invitation.";

    /** What the invited will read. */
    public record Preview(String subject, String html) {}

    @Inject
    EventQueries events;

    @Inject
    Invitations invitations;

    @Inject
    MemberQueries members;

    @Inject
    EventLetters letters;

    @Inject
    SignedLinks links;

    @Inject
    MailServer server;

    @Override
    public String kind() {
        return Invitations.INVITATION_MAIL;
    }

    @Override
    public void deliver(long id) {
        invitations.startMailing(id);
        try {
            events.findInvitation(id)
                    .filter(InvitationMail::isNews)
                    .ifPresent(invitation -> letter(invitation).ifPresent(letter -> send(letter, invitation)));
        } finally {
            invitations.stopMailing(id);
        }
    }

    private static boolean isNews(InvitationView invitation) {
        Integer mailed = invitation.mailedRevision();
        return invitation.state() == InvitationState.INVITED && (mailed == null || mailed < invitation.revision());
    }

    private void send(Letter letter, InvitationView invitation) {
        try {
            server.send(letter);
        } catch (MessagingException refused) {
            throw new IllegalStateException("the mail server has not taken the invitation", refused);
        }
        invitations.invitationMailed(invitation.id(), invitation.revision());
    }

    private Optional<Letter> letter(InvitationView invitation) {
        long guestId = invitation.guest().id();
        String signed = links.sign(invitation.id(), guestId)
                .map(link -> "?invitation=" + link)
                .orElse("");
        String messageId = "invitation-" + invitation.id() + "-" + invitation.revision();
        return members.find(guestId)
                .filter(MemberView::mayBeMailed)
                .filter(guest -> events.wantsInvitations(guest.id()))
                .flatMap(guest -> events.find(invitation.eventId(), guestId, false)
                        .filter(EventView::open)
                        .map(event -> letter(event, guest, messageId, signed)));
    }

    private Letter letter(EventView event, MemberView guest, String messageId, String query) {
        Locale language = Locale.forLanguageTag(guest.language());
        String more = EventLetters.terms(event, language) + "\n\n" + letters.text(event, language);
        return letters.compose(event, guest, messageId, KEY, more, query);
    }

    /** The invitation as a guest of this language would read it, for marketing to look at; empty for no such event. */
    public Optional<Preview> preview(long eventId, Locale language) {
        MemberView example = new MemberView(
                0,
                "",
                Words.in(language, KEY + "example"),
                Set.of(),
                null,
                language.getLanguage(),
                true,
                null,
                true,
                Instant.EPOCH,
                false,
                false,
                MemberProfile.PLAIN);
        return events.find(eventId, null, true)
                .map(event -> letter(event, example, "preview", ""))
                .map(letter -> new Preview(letter.subject(), letter.html()));
    }
}
