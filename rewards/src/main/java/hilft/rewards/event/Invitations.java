package hilft.rewards.event;

import hilft.forum.delivery.Outbox;
import hilft.forum.member.MemberDeleted;
import hilft.forum.member.MemberDisabled;
import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Members;
import hilft.forum.notification.NotificationKind;
import hilft.forum.notification.Notifications;
import hilft.forum.shared.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

import static hilft.rewards.event.EventProblem.Reason.INVALID;
import static hilft.rewards.event.EventProblem.Reason.NOBODY_ELIGIBLE;
import static hilft.rewards.event.EventProblem.Reason.NOT_ELIGIBLE;
import static hilft.rewards.event.EventProblem.Reason.NOT_INVITED;
import static hilft.rewards.event.EventProblem.Reason.UNKNOWN;
import static hilft.rewards.event.EventProblem.Reason.UNKNOWN_INVITATION;
import static hilft.rewards.event.EventProblem.Reason.WITHDRAWN;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

/**
 * Who is invited and who comes. Locks are taken in one order, the event before invitations and members (which the
 * database locks too, for their foreign keys), so that those who answer wait for each other and never in a circle.
 */
@ApplicationScoped
@Transactional
public class Invitations {

    /** The kind of outbox job that mails an invitation; its id is the invitation's. */
    public static final String INVITATION_MAIL = "invitation-mail";

    /** The kind of outbox job that brings a guest's calendar up to date; its id is the invitation's. */
    public static final String CALENDAR_MAIL = "calendar-mail";

    static final String FREE_SEATS = "free-seats";

    /** Longer than any mail server may take. */
    private static final Duration MAILING = Duration.ofMinutes(2);

    private static final String OF_MEMBERS =
            "select i.memberId, i.id from Invitation i where i.eventId = :event and i.memberId in :members";
    private static final String SEATS_OF = """
            select i.eventId from Invitation i where i.memberId = :member
              and i.state = hilft.rewards.event.InvitationState.ACCEPTED order by i.eventId
            """;
    private static final String OPT_OUT = "insert ignore into invitation_opt_out (member_id, since) values (?, ?)";
    private static final String OPT_IN = "delete from invitation_opt_out where member_id = ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Members members;

    @Inject
    MemberQueries memberQueries;

    @Inject
    EventQueries events;

    @Inject
    EventHistory history;

    @Inject
    Notifications notifications;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * Invites members and tells how many invitations went out. Nobody is invited twice; whoever declined or lost an
     * invitation gets a new one. Members with a role, disabled, deleted and opted-out ones are left out; if nobody else
     * is named, that is refused.
     *
     * @param memberIds 1 to {@value EventRules#INVITED_AT_ONCE_MAX} members
     */
    public int invite(long memberId, long eventId, Collection<Long> memberIds) {
        Set<Long> wanted = new TreeSet<>(memberIds);
        if (wanted.isEmpty() || wanted.size() > EventRules.INVITED_AT_ONCE_MAX) {
            throw new EventProblem(
                    INVALID, new FieldError("members", "event.members_number", 1, EventRules.INVITED_AT_ONCE_MAX));
        }
        CommunityEvent event = lock(eventId);
        event.requireOpen(clock.instant());
        List<MemberView> eligible = eligible(wanted);
        if (eligible.isEmpty()) {
            throw new EventProblem(NOBODY_ELIGIBLE, FieldError.of("members", "event.nobody_eligible"));
        }
        Map<Long, Long> known =
                ids(eventId, eligible.stream().map(MemberView::id).toList());
        return (int) eligible.stream()
                .filter(guest -> invite(event, guest, known.get(guest.id()), memberId))
                .count();
    }

    private List<MemberView> eligible(Set<Long> memberIds) {
        Set<Long> optedOut = events.optedOut(memberIds);
        return memberQueries.list(memberIds).values().stream()
                .filter(Invitations::mayTakeSeat)
                .filter(member -> !optedOut.contains(member.id()))
                .toList();
    }

    /** A disabled account is the only sanction that the forum knows. */
    private static boolean mayTakeSeat(MemberView member) {
        return !member.isTeam() && !member.disabled() && !member.deleted();
    }

    private boolean invite(CommunityEvent event, MemberView guest, @Nullable Long knownId, long actorId) {
        Invitation invitation;
        if (knownId == null) {
            invitation = Invitation.send(event.id(), guest.id(), clock.instant());
            entityManager.persist(invitation);
        } else {
            invitation = entityManager.find(Invitation.class, knownId, PESSIMISTIC_WRITE);
            if (!invitation.mayBeSentAgain()) {
                return false;
            }
            invitation.sendAgain(clock.instant());
        }
        history.note(invitation, EventAction.INVITED, actorId);
        notify(guest, NotificationKind.INVITATION, event);
        outbox.add(INVITATION_MAIL, invitation.id());
        return true;
    }

    /** Takes a seat; saying it twice, from two devices at once too, takes one. */
    public void accept(long memberId, long eventId) {
        CommunityEvent event = lock(eventId);
        members.lock(memberId);
        MemberView guest =
                memberQueries.find(memberId).orElseThrow(() -> new MemberProblem(MemberProblem.Reason.UNKNOWN));
        Invitation invitation = getOwn(event, memberId);
        if (invitation.holdsSeat() && !event.isCancelled()) {
            return;
        }
        event.requireOpen(clock.instant());
        if (guest.disabled() || guest.deleted()) {
            throw new MemberProblem(MemberProblem.Reason.DISABLED);
        }
        if (!mayTakeSeat(guest)) {
            throw new EventProblem(NOT_ELIGIBLE);
        }
        event.takeSeat();
        invitation.accept(clock.instant());
        history.note(invitation, EventAction.ACCEPTED, memberId);
        outbox.add(CALENDAR_MAIL, invitation.id());
    }

    /** Says no, and gives back the seat if there was one. */
    public void decline(long memberId, long eventId) {
        CommunityEvent event = lock(eventId);
        Invitation invitation = getOwn(event, memberId);
        if (invitation.state() == InvitationState.DECLINED && !event.isCancelled()) {
            return;
        }
        event.requireOpen(clock.instant());
        if (freeSeat(event, invitation)) {
            outbox.add(CALENDAR_MAIL, invitation.id());
        }
        invitation.decline(clock.instant());
        history.note(invitation, EventAction.DECLINED, memberId);
    }

    /** Marketing takes an invitation back, before the event begins; a guest is told, and the seat is free again. */
    public void withdraw(long memberId, long invitationId) {
        long eventId = Optional.ofNullable(entityManager.find(Invitation.class, invitationId))
                .map(Invitation::eventId)
                .orElseThrow(() -> new EventProblem(UNKNOWN_INVITATION));
        CommunityEvent event = lock(eventId);
        Invitation invitation = entityManager.find(Invitation.class, invitationId, PESSIMISTIC_WRITE);
        if (invitation.state() == InvitationState.WITHDRAWN) {
            return;
        }
        event.requireAhead(clock.instant());
        if (freeSeat(event, invitation)) {
            Optional.ofNullable(
                            memberQueries.list(Set.of(invitation.memberId())).get(invitation.memberId()))
                    .ifPresent(guest -> notify(guest, NotificationKind.INVITATION_WITHDRAWN, event));
            outbox.add(CALENDAR_MAIL, invitation.id());
        }
        invitation.withdraw();
        history.note(invitation, EventAction.WITHDRAWN, memberId);
    }

    /** Not at once: whoever disables an account holds the member, and an event is locked before its members. */
    void on(@Observes MemberDisabled event) {
        outbox.add(FREE_SEATS, event.memberId());
    }

    void on(@Observes MemberDeleted event) {
        outbox.add(FREE_SEATS, event.memberId());
    }

    /** A disabled account comes to nothing: others get its seats, and enabling it later does not bring them back. */
    void freeSeats(long memberId) {
        boolean gone = memberQueries
                .find(memberId)
                .filter(member -> member.disabled() || member.deleted())
                .isPresent();
        if (gone) {
            entityManager
                    .createQuery(SEATS_OF, Long.class)
                    .setParameter("member", memberId)
                    .getResultList()
                    .forEach(eventId -> freeSeat(eventId, memberId));
        }
    }

    private void freeSeat(long eventId, long memberId) {
        CommunityEvent event = lock(eventId);
        find(eventId, memberId)
                .filter(invitation -> event.isAhead(clock.instant()))
                .filter(invitation -> freeSeat(event, invitation))
                .ifPresent(invitation -> {
                    invitation.withdraw();
                    history.note(invitation, EventAction.SEAT_FREED, null);
                });
    }

    private static boolean freeSeat(CommunityEvent event, Invitation invitation) {
        if (invitation.holdsSeat()) {
            event.freeSeat();
            return true;
        }
        return false;
    }

    /** Whether the member wants to be invited to events; what they accepted before stays accepted. */
    public void wantInvitations(long memberId, boolean wanted) {
        if (wanted) {
            entityManager.createNativeQuery(OPT_IN).setParameter(1, memberId).executeUpdate();
        } else {
            entityManager
                    .createNativeQuery(OPT_OUT)
                    .setParameter(1, memberId)
                    .setParameter(2, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .executeUpdate();
        }
    }

    /**
     * Takes the sole right to mail about an invitation, until {@link #stopMailing} or for two minutes, should the node
     * die. Two jobs about the same invitation would tell the same thing twice.
     *
     * @throws IllegalStateException if another job has it: later again
     */
    public void startMailing(long invitationId) {
        Instant now = clock.instant();
        lockInvitation(invitationId).ifPresent(invitation -> {
            if (invitation.isBeingMailed(now)) {
                throw new IllegalStateException("another job mails about invitation " + invitationId);
            }
            invitation.startMailing(now.plus(MAILING));
        });
    }

    public void stopMailing(long invitationId) {
        lockInvitation(invitationId).ifPresent(Invitation::stopMailing);
    }

    /** Remembers that the mail server took the invitation. */
    public void invitationMailed(long invitationId, int revision) {
        lockInvitation(invitationId).ifPresent(invitation -> invitation.invitationMailed(revision));
    }

    /** Remembers which state of the guest's calendar entry the mail server took. */
    public void calendarMailed(long invitationId, int sequence) {
        lockInvitation(invitationId).ifPresent(invitation -> invitation.calendarMailed(sequence));
    }

    private Optional<Invitation> lockInvitation(long invitationId) {
        return Optional.ofNullable(entityManager.find(Invitation.class, invitationId, PESSIMISTIC_WRITE));
    }

    private void notify(MemberView guest, NotificationKind kind, CommunityEvent event) {
        notifications.tell(guest.id(), kind, event.title(guest.language()), "/events/" + event.id());
    }

    private CommunityEvent lock(long eventId) {
        return Optional.ofNullable(entityManager.find(CommunityEvent.class, eventId, PESSIMISTIC_WRITE))
                .orElseThrow(() -> new EventProblem(UNKNOWN));
    }

    private Invitation getOwn(CommunityEvent event, long memberId) {
        Invitation invitation = find(event.id(), memberId)
                .orElseThrow(() -> new EventProblem(event.isPublic() ? NOT_INVITED : UNKNOWN));
        if (invitation.state() == InvitationState.WITHDRAWN) {
            throw new EventProblem(WITHDRAWN);
        }
        return invitation;
    }

    /** Found by its id before it is locked: locking by event and member would lock the gap where others are inserted. */
    private Optional<Invitation> find(long eventId, long memberId) {
        return Optional.ofNullable(ids(eventId, Set.of(memberId)).get(memberId))
                .map(id -> entityManager.find(Invitation.class, id, PESSIMISTIC_WRITE));
    }

    /** The invitations' ids by their members. */
    private Map<Long, Long> ids(long eventId, Collection<Long> memberIds) {
        return entityManager
                .createQuery(OF_MEMBERS, Object[].class)
                .setParameter("event", eventId)
                .setParameter("members", memberIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }
}
