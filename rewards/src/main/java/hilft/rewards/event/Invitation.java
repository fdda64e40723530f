package hilft.rewards.event;

import hilft.forum.member.Author;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * One member's way into one event. Sent by marketing, accepted or declined by the member, who may change their mind until
 * the deadline; withdrawn by marketing, or by the forum when the account is gone; sent again if it was declined or
 * withdrawn. Only the accepted one holds a seat.
 */
@Entity
@Table(name = "invitation")
public class Invitation {

    @Id
    @SequenceGenerator(name = "invitation_seq", sequenceName = "invitation_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "invitation_seq")
    private Long id;

    @Column(name = "event_id", updatable = false)
    private long eventId;

    @Column(name = "member_id", updatable = false)
    private long memberId;

    @Enumerated(STRING)
    private InvitationState state;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    private int revision;

    @Column(name = "mailed_sequence")
    private @Nullable Integer mailedSequence;

    @Column(name = "mailed_revision")
    private @Nullable Integer mailedRevision;

    @Column(name = "mailing_until")
    private @Nullable Instant mailingUntil;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    @SuppressWarnings("NullAway.Init")
    private Invitation(long eventId, long memberId, Instant invitedAt) {
        this.eventId = eventId;
        this.memberId = memberId;
        this.invitedAt = invitedAt;
        this.state = InvitationState.INVITED;
    }

    static Invitation send(long eventId, long memberId, Instant now) {
        return new Invitation(eventId, memberId, now);
    }

    boolean mayBeSentAgain() {
        return state == InvitationState.DECLINED || state == InvitationState.WITHDRAWN;
    }

    void sendAgain(Instant now) {
        state = InvitationState.INVITED;
        invitedAt = now;
        answeredAt = null;
        revision++;
    }

    void accept(Instant now) {
        state = InvitationState.ACCEPTED;
        answeredAt = now;
        revision++;
    }

    void decline(Instant now) {
        state = InvitationState.DECLINED;
        answeredAt = now;
        revision++;
    }

    void withdraw() {
        state = InvitationState.WITHDRAWN;
        revision++;
    }

    /** Whether somebody is mailing about it right now, as far as is known. */
    boolean isBeingMailed(Instant now) {
        return mailingUntil != null && now.isBefore(mailingUntil);
    }

    void startMailing(Instant until) {
        mailingUntil = until;
    }

    void stopMailing() {
        mailingUntil = null;
    }

    void invitationMailed(int sentRevision) {
        mailedRevision = sentRevision;
    }

    void calendarMailed(int sequence) {
        mailedSequence = sequence;
    }

    Long id() {
        return id;
    }

    long eventId() {
        return eventId;
    }

    long memberId() {
        return memberId;
    }

    InvitationState state() {
        return state;
    }

    boolean holdsSeat() {
        return state == InvitationState.ACCEPTED;
    }

    int revision() {
        return revision;
    }

    InvitationView view(Author guest) {
        return new InvitationView(
                id, eventId, guest, state, invitedAt, answeredAt, revision, mailedRevision, mailedSequence);
    }
}
