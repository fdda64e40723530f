package hilft.rewards.event;

import hilft.forum.delivery.Outbox;
import hilft.forum.member.MemberQueries;
import hilft.forum.notification.NotificationKind;
import hilft.forum.notification.Notifications;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import hilft.forum.text.Markdown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import static hilft.rewards.event.EventProblem.Reason.INVALID;
import static hilft.rewards.event.EventProblem.Reason.UNKNOWN;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

/** What marketing does with events; callers let only marketing in. */
@ApplicationScoped
@Transactional
public class CommunityEvents {

    private static final String TOLD = """
            select i from Invitation i where i.eventId = :event
              and i.state in (hilft.rewards.event.InvitationState.INVITED, hilft.rewards.event.InvitationState.ACCEPTED)
            order by i.id
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    EventHistory history;

    @Inject
    Notifications notifications;

    @Inject
    MemberQueries members;

    @Inject
    Markdown markdown;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Makes a draft. */
    public long plan(long memberId, EventPlan typed) {
        CommunityEvent event = CommunityEvent.plan(memberId, EventRules.clean(typed), markdown, clock.instant());
        entityManager.persist(event);
        entityManager.flush();
        history.note(event, EventAction.PLANNED, memberId, "");
        return event.id();
    }

    /** Changes an event that has not begun, if it is still what the editor saw; another time or place is told to its guests. */
    public void change(long memberId, long eventId, long version, EventPlan typed) {
        CommunityEvent event = get(eventId);
        int before = event.revision();
        List<String> changes = event.change(EventRules.clean(typed), version, markdown, clock.instant());
        if (!changes.isEmpty()) {
            history.note(event, EventAction.CHANGED, memberId, String.join(",", changes));
        }
        if (event.revision() > before) {
            tell(
                    event,
                    NotificationKind.EVENT_CHANGED,
                    invited(eventId).stream().filter(Invitation::holdsSeat).toList());
        }
    }

    /** Shows a draft to everybody; saying it twice is saying it once. */
    public void publish(long memberId, long eventId) {
        CommunityEvent event = get(eventId);
        if (event.publish(clock.instant())) {
            history.note(event, EventAction.PUBLISHED, memberId, "");
        }
    }

    /** Calls an event off before it begins and tells why: the invited on the site, the guests by mail too. */
    public void cancel(long memberId, long eventId, String typedReason) {
        String reason = Input.text(typedReason);
        CommunityEvent event = get(eventId);
        if (reason.isEmpty() || Input.length(reason) > EventRules.REASON_MAX) {
            throw new EventProblem(INVALID, new FieldError("reason", "event.reason_length", 1, EventRules.REASON_MAX));
        }
        event.cancel(reason, clock.instant());
        history.note(event, EventAction.CANCELLED, memberId, reason);
        tell(event, NotificationKind.EVENT_CANCELLED, invited(eventId));
    }

    private List<Invitation> invited(long eventId) {
        return entityManager
                .createQuery(TOLD, Invitation.class)
                .setParameter("event", eventId)
                .getResultList();
    }

    private void tell(CommunityEvent event, NotificationKind kind, List<Invitation> invitations) {
        var guests = members.list(invitations.stream().map(Invitation::memberId).toList());
        for (Invitation invitation : invitations) {
            Optional.ofNullable(guests.get(invitation.memberId()))
                    .filter(guest -> !guest.deleted())
                    .ifPresent(guest -> notifications.tell(
                            guest.id(), kind, event.title(guest.language()), "/events/" + event.id()));
            if (invitation.holdsSeat()) {
                outbox.add(Invitations.CALENDAR_MAIL, invitation.id());
            }
        }
    }

    private CommunityEvent get(long eventId) {
        return Optional.ofNullable(entityManager.find(CommunityEvent.class, eventId, PESSIMISTIC_WRITE))
                .orElseThrow(() -> new EventProblem(UNKNOWN));
    }
}
