package hilft.forum.notification;

import hilft.forum.member.Author;
import hilft.forum.member.Member;
import hilft.forum.member.MemberQueries;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.IdList;
import hilft.forum.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static hilft.forum.notification.NotificationReason.ASKED;
import static hilft.forum.notification.NotificationReason.FOLLOWING;
import static hilft.forum.notification.NotificationReason.INVITED;
import static hilft.forum.notification.NotificationReason.WROTE;
import static java.time.ZoneOffset.UTC;

/**
 * Reads notifications; texts and visibility are those of the moment of reading. While a rolling update lasts, the next
 * release's nodes write kinds that this one cannot read: lists leave them out, and counts, which every page asks for, do not
 * look at them.
 */
@ApplicationScoped
public class NotificationQueries {

    private static final String KNOWN = known(NotificationKind.class.getName() + ".", "");
    private static final String KNOWN_BY_NAME = known("'", "'");
    private static final String SELECT = """
            select n.id, n.memberId, n.kind, n.questionId, q.title, q.slug, q.hiddenAt, n.answerId, a.bodyText, a.hiddenAt,
              n.actorId, n.createdAt, n.readAt, n.title, n.path, n.commentId, c.bodyText, c.hiddenAt, c.withdrawnAt, u.hiddenAt,
              q.authorId, q.excerpt
            from Notification n left join Question q on q.id = n.questionId left join Answer a on a.id = n.answerId
              left join Comment c on c.id = n.commentId
              left join Answer u on u.id = c.postId and c.postType = hilft.forum.question.PostType.ANSWER
            """;
    private static final String UNREAD_OF_SOME = """
            select n.memberId, count(n) from Notification n where n.memberId in :members and n.readAt is null
              and (n.toldAt is null or n.toldAt <= :now)
            group by n.memberId
            """;
    private static final String GROUPS = """
            select max(id) latest, min(id) first, count(*) news from notification
            where member_id = ?1 and (told_at is null or told_at <= ?4) and kind in %s
            group by ifnull(question_id, -id), kind, read_at having latest < ?2 order by latest desc limit ?3
            """.formatted(KNOWN_BY_NAME);
    private static final String READER = """
            select m,
              (select count(n) from Notification n where n.memberId = m.id and n.readAt is null),
              (select count(n) from Notification n where n.memberId = m.id and n.readAt is null and n.toldAt > :now),
              SQL('(select group_concat(c.category_id) from category_moderator c where c.member_id = ?)', m.id)
            from Member m where m.id = :member
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    MemberQueries members;

    @Inject
    Clock clock;

    private static String known(String before, String after) {
        return Stream.of(NotificationKind.values())
                .map(kind -> before + kind.name() + after)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Who makes a request, with the news that every page tells them of, in one statement. */
    public Optional<Reader> reader(long memberId) {
        return entityManager
                .createQuery(READER, Object[].class)
                .setParameter("now", clock.instant())
                .setParameter("member", memberId)
                .getResultStream()
                .findFirst()
                .map(row -> {
                    long untold = number(row[2]);
                    return new Reader(
                            ((Member) row[0]).view(),
                            new NewsCount(number(row[1]) - untold, untold),
                            IdList.read((String) row[3]));
                });
    }

    public NewsCount count(long memberId) {
        return reader(memberId).map(Reader::news).orElse(NewsCount.NOTHING);
    }

    /** How many are unread, by member; who has read everything is missing. */
    public Map<Long, Long> unread(Collection<Long> memberIds) {
        Map<Long, Long> counts = new HashMap<>();
        if (!memberIds.isEmpty()) {
            entityManager
                    .createQuery(UNREAD_OF_SOME, Object[].class)
                    .setParameter("now", clock.instant())
                    .setParameter("members", List.copyOf(memberIds))
                    .getResultList()
                    .forEach(row -> counts.put((Long) row[0], (Long) row[1]));
        }
        return counts;
    }

    /** The member's news, the latest first. */
    public Page<NotificationView> page(long memberId, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        SELECT + " where n.memberId = :member and (n.toldAt is null or n.toldAt <= :now) and n.kind in "
                                + KNOWN
                                + (cursor.isPresent() ? " and n.id < :id" : "")
                                + " order by n.id desc",
                        Object[].class)
                .setParameter("now", clock.instant())
                .setParameter("member", memberId)
                .setMaxResults(limit + 1);
        cursor.ifPresent(place -> query.setParameter("id", place.id()));
        return Page.of(read(query.getResultList()), limit, view -> new Cursor(0, view.id()));
    }

    /**
     * The member's news, several of one kind about one question on one line while they are unread, and after they were
     * read at once; the line with the latest first.
     */
    public Page<NotificationGroup> groups(long memberId, @Nullable String after, int limit) {
        long before = Cursor.decode(after).map(Cursor::id).orElse(Long.MAX_VALUE);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entityManager
                .createNativeQuery(GROUPS)
                .setParameter(1, memberId)
                .setParameter(2, before)
                .setParameter(3, limit + 1)
                .setParameter(4, LocalDateTime.ofInstant(clock.instant(), UTC))
                .getResultList();
        Page<Object[]> page = Page.of(rows, limit, row -> new Cursor(0, number(row[0])));
        Map<Long, NotificationView> views = views(page.items());
        return new Page<>(
                page.items().stream()
                        .map(row ->
                                new NotificationGroup(view(views, row[0]), view(views, row[1]), (int) number(row[2])))
                        .toList(),
                page.next());
    }

    private Map<Long, NotificationView> views(List<Object[]> groups) {
        Set<Long> ids = groups.stream()
                .flatMap(row -> Stream.of(number(row[0]), number(row[1])))
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : read(entityManager
                                .createQuery(SELECT + " where n.id in :ids", Object[].class)
                                .setParameter("ids", ids)
                                .getResultList())
                        .stream()
                        .collect(Collectors.toMap(NotificationView::id, Function.identity()));
    }

    private static NotificationView view(Map<Long, NotificationView> views, Object id) {
        return Objects.requireNonNull(views.get(number(id)));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** Fails for a kind of the next release, so that its mail is tried again by a node that knows it. */
    public Optional<NotificationView> find(long id) {
        return read(entityManager
                        .createQuery(SELECT + " where n.id = :id", Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .stream()
                .findFirst();
    }

    private List<NotificationView> read(List<Object[]> rows) {
        Map<Long, Author> actors = members.authors(rows.stream()
                .map(row -> (Long) row[10])
                .filter(Objects::nonNull)
                .toList());
        return rows.stream().map(row -> view(row, actors)).toList();
    }

    private static NotificationView view(Object[] row, Map<Long, Author> actors) {
        boolean visible = row[6] == null && row[9] == null && row[17] == null && row[18] == null && row[19] == null;
        boolean ofQuestion = row[3] != null;
        return new NotificationView(
                (Long) row[0],
                (Long) row[1],
                (NotificationKind) row[2],
                (Long) row[3],
                ofQuestion ? title(row) : (String) row[13],
                ofQuestion ? url((Long) row[3], (String) row[5], (Long) row[7], (Long) row[15]) : (String) row[14],
                visible,
                (Long) row[7],
                (Long) row[15],
                visible ? text(row) : null,
                row[10] == null ? null : actors.get((Long) row[10]),
                reason((NotificationKind) row[2], row[1].equals(row[20])),
                (Instant) row[11],
                row[12] != null);
    }

    /** Of a hidden question its author alone reads the title. */
    private static String title(Object[] row) {
        return row[6] == null || row[1].equals(row[20]) ? (String) row[4] : "";
    }

    /** The comment, the answer, or the beginning of the question. */
    private static @Nullable String text(Object[] row) {
        if (row[15] != null) {
            return (String) row[16];
        }
        return (String) (row[7] != null ? row[8] : row[21]);
    }

    private static NotificationReason reason(NotificationKind kind, boolean ownQuestion) {
        return switch (kind) {
            case ANSWER_WRITTEN, COMMENT_WRITTEN -> ownQuestion ? ASKED : FOLLOWING;
            case SOLUTION_CHECK -> FOLLOWING;
            case MENTIONED -> NotificationReason.MENTIONED;
            case INVITATION, EVENT_CHANGED, EVENT_CANCELLED, INVITATION_WITHDRAWN -> INVITED;
            default -> WROTE;
        };
    }

    private static String url(Long questionId, String slug, @Nullable Long answerId, @Nullable Long commentId) {
        if (commentId != null) {
            return "/comments/" + commentId;
        }
        return answerId == null ? "/questions/" + questionId + "/" + slug : "/answers/" + answerId;
    }
}
