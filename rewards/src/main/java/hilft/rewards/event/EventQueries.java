package hilft.rewards.event;

import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.IdList;
import hilft.forum.shared.Page;
import hilft.rewards.leaderboard.Leaderboard;
import hilft.rewards.leaderboard.LeaderboardLine;
import hilft.rewards.leaderboard.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads events and their invitations. */
@ApplicationScoped
public class EventQueries {

    private static final String SEEN = """
            select e from CommunityEvent e where (e.publishedAt is not null or exists (
              select i.id from Invitation i where i.eventId = e.id and i.memberId = :viewer
                and i.state <> hilft.rewards.event.InvitationState.WITHDRAWN))
            """;
    private static final String COMING = " and e.endsUtc > :now";
    private static final String PAST = " and e.endsUtc <= :now";
    private static final String LATER = " and (e.startsUtc > :start or e.startsUtc = :start and e.id > :id)";
    private static final String EARLIER = " and (e.startsUtc < :start or e.startsUtc = :start and e.id < :id)";
    private static final String ALL = "select e from CommunityEvent e where 1 = 1";
    private static final String OPEN = """
            select i from Invitation i join CommunityEvent e on e.id = i.eventId
            where i.memberId = :viewer and i.state = hilft.rewards.event.InvitationState.INVITED
              and e.state <> hilft.rewards.event.EventState.CANCELLED and e.startsUtc > :now order by e.startsUtc, e.id
            """;
    private static final String OF_VIEWER =
            "select i from Invitation i where i.memberId = :viewer and i.eventId in :events";
    private static final String OF_EVENT = "select i from Invitation i where i.eventId = :event order by i.id";
    private static final String OF_MEMBERS =
            "select i.memberId, i.state from Invitation i where i.eventId = :event and i.memberId in :members";
    private static final String DEEDS = "select d from EventDeed d where d.eventId = :event order by d.id";
    private static final String OPTED_OUT = "select member_id from invitation_opt_out where member_id in (%s)";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    MemberQueries members;

    @Inject
    Leaderboard leaderboard;

    @Inject
    Clock clock;

    /**
     * Events that everybody may see and those the viewer is invited to, whatever their state: coming and running ones,
     * the next first, or past ones, the latest first.
     */
    public Page<EventView> list(@Nullable Long viewerId, boolean past, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        String place = cursor.isEmpty() ? "" : past ? EARLIER : LATER;
        TypedQuery<CommunityEvent> query = entityManager
                .createQuery(SEEN + (past ? PAST : COMING) + place + order(past), CommunityEvent.class)
                .setParameter("viewer", viewerId == null ? -1L : viewerId)
                .setParameter("now", clock.instant());
        return page(query, cursor, viewerId, limit);
    }

    /** All events, the latest first; callers let only marketing in. */
    public Page<EventView> all(@Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        TypedQuery<CommunityEvent> query = entityManager.createQuery(
                ALL + (cursor.isPresent() ? EARLIER : "") + order(true), CommunityEvent.class);
        return page(query, cursor, null, limit);
    }

    private static String order(boolean latestFirst) {
        return latestFirst ? " order by e.startsUtc desc, e.id desc" : " order by e.startsUtc, e.id";
    }

    private Page<EventView> page(
            TypedQuery<CommunityEvent> query, Optional<Cursor> cursor, @Nullable Long viewerId, int limit) {
        cursor.ifPresent(place ->
                query.setParameter("start", Instant.ofEpochSecond(place.key())).setParameter("id", place.id()));
        List<EventView> views = views(query.setMaxResults(limit + 1).getResultList(), viewerId);
        return Page.of(views, limit, view -> new Cursor(view.startsAt().getEpochSecond(), view.id()));
    }

    private List<EventView> views(List<CommunityEvent> events, @Nullable Long viewerId) {
        Map<Long, Invitation> own = new HashMap<>();
        if (viewerId != null && !events.isEmpty()) {
            entityManager
                    .createQuery(OF_VIEWER, Invitation.class)
                    .setParameter("viewer", viewerId)
                    .setParameter(
                            "events", events.stream().map(CommunityEvent::id).toList())
                    .getResultStream()
                    .forEach(invitation -> own.put(invitation.eventId(), invitation));
        }
        Instant now = clock.instant();
        return events.stream()
                .map(event -> event.view(own.get(event.id()), now))
                .toList();
    }

    /** The events that wait for the member's answer, the next first. */
    public List<EventView> open(long memberId) {
        Instant now = clock.instant();
        return entityManager
                .createQuery(OPEN, Invitation.class)
                .setParameter("viewer", memberId)
                .setParameter("now", now)
                .getResultStream()
                .map(invitation -> get(invitation.eventId()).view(invitation, now))
                .filter(EventView::mayAnswer)
                .toList();
    }

    /**
     * An event that the viewer may see: a published one, one they are or were invited to, any one for marketing. Empty
     * is "not found" for everybody else.
     */
    public Optional<EventView> find(long eventId, @Nullable Long viewerId, boolean marketing) {
        return Optional.ofNullable(entityManager.find(CommunityEvent.class, eventId))
                .flatMap(event -> views(List.of(event), viewerId).stream().findFirst())
                .filter(view -> marketing || view.isPublic() || view.viewerState() != null);
    }

    /**
     * Who helped most and may be invited: the leaderboard without the opted-out, each with the place there. Members with
     * a role, disabled and deleted ones are not on it; there is no other sanction yet than a disabled account.
     *
     * @param category a slug, or null for all; an unknown one has no candidates
     * @param limit 1 to 1,000
     */
    public List<Candidate> candidates(long eventId, Period period, @Nullable String category, int limit) {
        for (int size = limit; ; size *= 2) {
            List<LeaderboardLine> lines = leaderboard.list(period, category, size);
            Set<Long> optedOut = optedOut(ids(lines));
            List<LeaderboardLine> eligible = lines.stream()
                    .filter(line -> !optedOut.contains(line.member().id()))
                    .limit(limit)
                    .toList();
            if (eligible.size() == limit || lines.size() < size) {
                return candidates(eventId, eligible);
            }
        }
    }

    private List<Candidate> candidates(long eventId, List<LeaderboardLine> lines) {
        Map<Long, InvitationState> invited = new HashMap<>();
        if (!lines.isEmpty()) {
            entityManager
                    .createQuery(OF_MEMBERS, Object[].class)
                    .setParameter("event", eventId)
                    .setParameter("members", ids(lines))
                    .getResultList()
                    .forEach(row -> invited.put((Long) row[0], (InvitationState) row[1]));
        }
        return lines.stream()
                .map(line -> new Candidate(
                        line.place(),
                        line.member(),
                        line.points(),
                        line.solutions(),
                        invited.get(line.member().id())))
                .toList();
    }

    private static List<Long> ids(List<LeaderboardLine> lines) {
        return lines.stream().map(line -> line.member().id()).toList();
    }

    /** All invitations of an event, in the order in which they were first sent. */
    public List<InvitationView> invitations(long eventId) {
        List<Invitation> invitations = entityManager
                .createQuery(OF_EVENT, Invitation.class)
                .setParameter("event", eventId)
                .getResultList();
        Map<Long, Author> guests =
                members.authors(invitations.stream().map(Invitation::memberId).toList());
        return invitations.stream()
                .map(invitation -> invitation.view(Objects.requireNonNull(guests.get(invitation.memberId()))))
                .toList();
    }

    public Optional<InvitationView> findInvitation(long invitationId) {
        return Optional.ofNullable(entityManager.find(Invitation.class, invitationId))
                .flatMap(invitation -> Optional.ofNullable(
                                members.authors(Set.of(invitation.memberId())).get(invitation.memberId()))
                        .map(invitation::view));
    }

    /** Who did what, the earliest first. */
    public List<EventStep> steps(long eventId) {
        List<EventDeed> deeds = entityManager
                .createQuery(DEEDS, EventDeed.class)
                .setParameter("event", eventId)
                .getResultList();
        Map<Long, Author> people = members.authors(deeds.stream()
                .flatMap(deed -> Stream.of(Optional.ofNullable(deed.actorId()), Optional.ofNullable(deed.guestId())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        return deeds.stream()
                .map(deed -> deed.step(person(people, deed.actorId()), person(people, deed.guestId())))
                .toList();
    }

    private static @Nullable Author person(Map<Long, Author> people, @Nullable Long id) {
        return id == null ? null : people.get(id);
    }

    public boolean wantsInvitations(long memberId) {
        return optedOut(Set.of(memberId)).isEmpty();
    }

    /** Those of the members who want no invitations. */
    @SuppressWarnings("unchecked")
    Set<Long> optedOut(Collection<Long> memberIds) {
        if (memberIds.isEmpty()) {
            return Set.of();
        }
        String numbers = IdList.of(memberIds);
        List<Number> rows =
                entityManager.createNativeQuery(OPTED_OUT.formatted(numbers)).getResultList();
        return rows.stream().map(Number::longValue).collect(Collectors.toSet());
    }

    private CommunityEvent get(long eventId) {
        return Objects.requireNonNull(entityManager.find(CommunityEvent.class, eventId));
    }
}
