package hilft.rewards.event;

import hilft.forum.text.Markdown;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

import static hilft.rewards.event.EventProblem.Reason.CANCELLED;
import static hilft.rewards.event.EventProblem.Reason.DEADLINE_PASSED;
import static hilft.rewards.event.EventProblem.Reason.FULL;
import static hilft.rewards.event.EventProblem.Reason.INVALID;
import static hilft.rewards.event.EventProblem.Reason.OVER;
import static hilft.rewards.event.EventProblem.Reason.STALE;
import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * Something that members are invited to. Planned by marketing as a draft, which only the invited see; published for
 * everybody, though seats are for the invited; changed until it begins, which moves the entry in its guests' calendars;
 * cancelled once and for all. Its times are those of the clock on the wall at the place: a zone whose rules change keeps
 * them.
 */
@Entity
@Table(name = "community_event")
public class CommunityEvent {

    @Id
    @SequenceGenerator(name = "community_event_seq", sequenceName = "community_event_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "community_event_seq")
    private Long id;

    @Column(updatable = false)
    private String uid;

    @Column(name = "title_de")
    private String titleDe;

    @Column(name = "title_en")
    private String titleEn;

    @Column(name = "text_de")
    private String textDe;

    @Column(name = "text_en")
    private String textEn;

    @Column(name = "html_de")
    private String htmlDe;

    @Column(name = "html_en")
    private String htmlEn;

    private @Nullable String place;

    @Column(name = "stream_url")
    private @Nullable String streamUrl;

    private String zone;

    @Column(name = "starts_at")
    private LocalDateTime startsAt;

    @Column(name = "ends_at")
    private LocalDateTime endsAt;

    @Column(name = "rsvp_deadline")
    private LocalDateTime rsvpDeadline;

    @Column(name = "starts_utc")
    private Instant startsUtc;

    @Column(name = "ends_utc")
    private Instant endsUtc;

    private int seats;
    private int accepted;

    @Enumerated(STRING)
    private EventState state;

    @Column(name = "cancel_reason")
    private @Nullable String cancelReason;

    @Column(name = "planned_by", updatable = false)
    private long plannedBy;

    @Column(name = "planned_at", updatable = false)
    private Instant plannedAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    /** What an editor has seen; unlike the version it does not grow with each answer of a guest. */
    private long edition;

    /** Grows with what guests have to note anew. */
    private int revision;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected CommunityEvent() {}

    @SuppressWarnings("NullAway.Init")
    private CommunityEvent(long plannedBy, Instant plannedAt) {
        this.uid = UUID.randomUUID().toString();
        this.state = EventState.DRAFT;
        this.edition = 1;
        this.plannedBy = plannedBy;
        this.plannedAt = plannedAt;
    }

    static CommunityEvent plan(long memberId, EventPlan plan, Markdown markdown, Instant now) {
        check(plan, 0, null, now);
        CommunityEvent event = new CommunityEvent(memberId, now);
        event.take(plan, markdown);
        return event;
    }

    /** Takes a new plan and tells the fields that changed; without a change nothing happens. */
    List<String> change(EventPlan plan, long seenEdition, Markdown markdown, Instant now) {
        requireAhead(now);
        if (edition != seenEdition) {
            throw new EventProblem(STALE);
        }
        check(plan, accepted, deadline(), now);
        EventPlan before = plan();
        List<String> changes = EventRules.changes(before, plan);
        if (!changes.isEmpty()) {
            take(plan, markdown);
            edition++;
            revision += EventRules.movesGuests(before, plan) ? 1 : 0;
        }
        return changes;
    }

    private static void check(EventPlan plan, int accepted, @Nullable Instant knownDeadline, Instant now) {
        var errors = EventRules.check(plan, accepted, knownDeadline, now);
        if (!errors.isEmpty()) {
            throw new EventProblem(INVALID, errors);
        }
    }

    private void take(EventPlan plan, Markdown markdown) {
        titleDe = plan.titleDe();
        titleEn = plan.titleEn();
        textDe = plan.textDe();
        textEn = plan.textEn();
        htmlDe = markdown.toHtml(textDe);
        htmlEn = markdown.toHtml(textEn);
        place = plan.place();
        streamUrl = plan.streamUrl();
        zone = Objects.requireNonNull(plan.zone()).getId();
        startsAt = Objects.requireNonNull(plan.startsAt());
        endsAt = Objects.requireNonNull(plan.endsAt());
        rsvpDeadline = Objects.requireNonNull(plan.rsvpDeadline());
        seats = plan.seats();
        startsUtc = start();
        endsUtc = end();
    }

    /** Publishes a draft and tells whether it was one. */
    boolean publish(Instant now) {
        requireAhead(now);
        if (state == EventState.PUBLISHED) {
            return false;
        }
        state = EventState.PUBLISHED;
        publishedAt = now;
        edition++;
        return true;
    }

    void cancel(String reason, Instant now) {
        requireAhead(now);
        state = EventState.CANCELLED;
        cancelReason = reason;
        edition++;
        revision++;
    }

    /** Refuses what can only be done before an event begins, and not to a cancelled one. */
    void requireAhead(Instant now) {
        if (state == EventState.CANCELLED) {
            throw new EventProblem(CANCELLED);
        }
        if (!now.isBefore(start())) {
            throw new EventProblem(OVER);
        }
    }

    /** Refuses an answer that comes too late. */
    void requireOpen(Instant now) {
        requireAhead(now);
        if (!EventRules.isOpen(state, deadline(), start(), now)) {
            throw new EventProblem(DEADLINE_PASSED);
        }
    }

    void takeSeat() {
        if (accepted >= seats) {
            throw new EventProblem(FULL);
        }
        accepted++;
    }

    void freeSeat() {
        accepted--;
    }

    Long id() {
        return id;
    }

    boolean isAhead(Instant now) {
        return !isCancelled() && now.isBefore(start());
    }

    boolean isCancelled() {
        return state == EventState.CANCELLED;
    }

    boolean isPublic() {
        return publishedAt != null;
    }

    int revision() {
        return revision;
    }

    String title(String language) {
        return EventView.choose(language, titleDe, titleEn);
    }

    private Instant start() {
        return EventRules.moment(startsAt, ZoneId.of(zone));
    }

    private Instant end() {
        return EventRules.moment(endsAt, ZoneId.of(zone));
    }

    private Instant deadline() {
        return EventRules.moment(rsvpDeadline, ZoneId.of(zone));
    }

    private EventPlan plan() {
        return new EventPlan(
                titleDe,
                titleEn,
                textDe,
                textEn,
                place,
                streamUrl,
                startsAt,
                endsAt,
                ZoneId.of(zone),
                seats,
                rsvpDeadline);
    }

    /** The event as the holder of the invitation sees it, or somebody without one. */
    EventView view(@Nullable Invitation invitation, Instant now) {
        boolean open = EventRules.isOpen(state, deadline(), start(), now);
        return new EventView(
                id,
                edition,
                uid,
                titleDe,
                titleEn,
                textDe,
                textEn,
                htmlDe,
                htmlEn,
                place,
                streamUrl,
                start(),
                end(),
                ZoneId.of(zone),
                seats,
                accepted,
                deadline(),
                state,
                cancelReason,
                isPublic(),
                !now.isBefore(end()),
                open,
                revision + (invitation == null ? 0 : invitation.revision()),
                invitation == null ? null : invitation.id(),
                invitation == null ? null : invitation.state());
    }
}
