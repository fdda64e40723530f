package hilft.forum.notification;

import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads notifications; texts and visibility are those of the moment of reading. */
@ApplicationScoped
public class NotificationQueries {

    private static final String SELECT = """
            select n.id, n.memberId, n.kind, n.questionId, q.title, q.slug, q.hiddenAt, n.answerId, a.bodyText, a.hiddenAt,
              n.actorId, n.createdAt, n.readAt, n.title, n.path, n.commentId, c.bodyText, c.hiddenAt, c.withdrawnAt, u.hiddenAt
            from Notification n left join Question q on q.id = n.questionId left join Answer a on a.id = n.answerId
              left join Comment c on c.id = n.commentId
              left join Answer u on u.id = c.postId and c.postType = hilft.forum.question.PostType.ANSWER
            """;
    private static final String UNREAD =
            "select count(n) from Notification n where n.memberId = :member and n.readAt is null and (n.toldAt is null or n.toldAt <= :now)";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    MemberQueries members;

    @Inject
    Clock clock;

    public long unread(long memberId) {
        return entityManager
                .createQuery(UNREAD, Long.class)
                .setParameter("now", clock.instant())
                .setParameter("member", memberId)
                .getSingleResult();
    }

    /** The member's news, the latest first. */
    public Page<NotificationView> page(long memberId, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        SELECT + " where n.memberId = :member and (n.toldAt is null or n.toldAt <= :now)"
                                + (cursor.isPresent() ? " and n.id < :id" : "")
                                + " order by n.id desc",
                        Object[].class)
                .setParameter("now", clock.instant())
                .setParameter("member", memberId)
                .setMaxResults(limit + 1);
        cursor.ifPresent(place -> query.setParameter("id", place.id()));
        return Page.of(views(query.getResultList()), limit, view -> new Cursor(0, view.id()));
    }

    public Optional<NotificationView> find(long id) {
        return views(entityManager
                        .createQuery(SELECT + " where n.id = :id", Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .stream()
                .findFirst();
    }

    private List<NotificationView> views(List<Object[]> rows) {
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
                (String) (ofQuestion ? row[4] : row[13]),
                ofQuestion ? url((Long) row[3], (String) row[5], (Long) row[7], (Long) row[15]) : (String) row[14],
                visible,
                (Long) row[7],
                (Long) row[15],
                visible ? (String) (row[15] == null ? row[8] : row[16]) : null,
                row[10] == null ? null : actors.get((Long) row[10]),
                (Instant) row[11],
                row[12] != null);
    }

    private static String url(Long questionId, String slug, @Nullable Long answerId, @Nullable Long commentId) {
        if (commentId != null) {
            return "/comments/" + commentId;
        }
        return answerId == null ? "/questions/" + questionId + "/" + slug : "/answers/" + answerId;
    }
}
