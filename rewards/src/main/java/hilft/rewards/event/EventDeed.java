package hilft.rewards.event;

import hilft.forum.member.Author;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

/** One line of an event's history; never changed, never removed. */
@Entity
@Table(name = "event_deed")
public class EventDeed {

    @Id
    @SequenceGenerator(name = "event_deed_seq", sequenceName = "event_deed_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "event_deed_seq")
    private Long id;

    @Column(name = "event_id", updatable = false)
    private long eventId;

    @Enumerated(STRING)
    @Column(updatable = false)
    private EventAction action;

    @Column(name = "actor_id", updatable = false)
    private @Nullable Long actorId;

    @Column(name = "guest_id", updatable = false)
    private @Nullable Long guestId;

    @Column(updatable = false)
    private String note;

    @Column(updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected EventDeed() {}

    @SuppressWarnings("NullAway.Init")
    private EventDeed(long eventId, EventAction action, String note, Instant at) {
        this.eventId = eventId;
        this.action = action;
        this.note = note;
        this.at = at;
    }

    static EventDeed ofEvent(long eventId, EventAction action, long actorId, String note, Instant at) {
        EventDeed deed = new EventDeed(eventId, action, note, at);
        deed.actorId = actorId;
        return deed;
    }

    /** About one guest; the actor is null where the forum itself did it. */
    static EventDeed ofGuest(Invitation invitation, EventAction action, @Nullable Long actorId, Instant at) {
        EventDeed deed = new EventDeed(invitation.eventId(), action, "", at);
        deed.actorId = actorId;
        deed.guestId = invitation.memberId();
        return deed;
    }

    @Nullable
    Long actorId() {
        return actorId;
    }

    @Nullable
    Long guestId() {
        return guestId;
    }

    EventStep step(@Nullable Author by, @Nullable Author guest) {
        return new EventStep(at, by, action, guest, note);
    }
}
