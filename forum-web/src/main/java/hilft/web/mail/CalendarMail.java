package hilft.web.mail;

import hilft.forum.delivery.Delivery;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventView;
import hilft.rewards.event.InvitationState;
import hilft.rewards.event.InvitationView;
import hilft.rewards.event.Invitations;
import hilft.web.calendar.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Objects;

/**
 * Brings a guest's calendar up to what is true when the mail is sent: an entry for whoever comes, none for whoever does
 * not. What has been mailed is remembered by its sequence, so that neither a job that runs again nor
 * two jobs about the same guest send anything twice. Whoever
 * accepted is told even if they want no further invitations.
 */
@ApplicationScoped
public class CalendarMail implements Delivery {

    @Inject
    EventQueries events;

    @Inject
    Invitations invitations;

    @Inject
    MemberQueries members;

    @Inject
    EventLetters letters;

    @Inject
    Calendars calendars;

    @Inject
    MailServer server;

    @Override
    public String kind() {
        return Invitations.CALENDAR_MAIL;
    }

    @Override
    public void deliver(long id) {
        invitations.startMailing(id);
        try {
            events.findInvitation(id)
                    .ifPresent(invitation -> members.find(invitation.guest().id())
                            .filter(MemberView::mayBeMailed)
                            .ifPresent(guest -> events.find(invitation.eventId(), guest.id(), false)
                                    .filter(event -> !event.over() && isNews(event, invitation))
                                    .ifPresent(event -> send(event, invitation, guest))));
        } finally {
            invitations.stopMailing(id);
        }
    }

    /** Who declined needs a mail only if there is an entry to take back. */
    private static boolean isNews(EventView event, InvitationView invitation) {
        Integer mailed = invitation.mailedSequence();
        if (mailed != null) {
            return mailed < event.sequence();
        }
        return invitation.state() == InvitationState.ACCEPTED || invitation.state() == InvitationState.WITHDRAWN;
    }

    private void send(EventView event, InvitationView invitation, MemberView guest) {
        boolean comes = invitation.state() == InvitationState.ACCEPTED && !event.isCancelled();
        CalendarPart part = comes
                ? new CalendarPart("REQUEST", calendars.request(event, guest, event.sequence()))
                : new CalendarPart("CANCEL", calendars.cancel(event, guest, event.sequence()));
        String messageId = "calendar-" + invitation.id() + "-" + event.sequence();
        try {
            server.send(
                    letters.compose(event, guest, messageId, key(event, invitation), more(event, guest, comes), ""),
                    part);
        } catch (MessagingException refused) {
            throw new IllegalStateException("the mail server has not taken the calendar entry", refused);
        }
        invitations.calendarMailed(invitation.id(), event.sequence());
    }

    private static String key(EventView event, InvitationView invitation) {
        if (event.isCancelled()) {
            return "mail.eventCancelled.";
        }
        return switch (invitation.state()) {
            case ACCEPTED -> invitation.mailedSequence() == null ? "mail.seat." : "mail.seatChanged.";
            case DECLINED -> "mail.seatReturned.";
            case INVITED, WITHDRAWN -> "mail.invitationWithdrawn.";
        };
    }

    private static String more(EventView event, MemberView guest, boolean comes) {
        return comes
                ? EventLetters.stream(event, Locale.forLanguageTag(guest.language()))
                : Objects.requireNonNullElse(event.cancelReason(), "");
    }
}
