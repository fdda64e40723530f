package hilft.forum.moderation;

import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.Viewer;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.IdList;
import hilft.forum.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what moderators work on; whoever looks after categories sees what concerns threads that are in them now. */
@ApplicationScoped
public class ModerationQueries {

    private static final String FLAGS = """
            select f.id, f.postType, f.postId, f.questionId, q.title, q.slug, q.bodyText, a.bodyText, q.authorId,
              a.authorId, f.reporterId, f.reason, f.note, f.flaggedAt, c.bodyText, c.authorId
            from Flag f join Question q on q.id = f.questionId
              left join Answer a on a.id = f.postId and f.postType = hilft.forum.question.PostType.ANSWER
              left join Comment c on c.id = f.postId and f.postType = hilft.forum.question.PostType.COMMENT
            where f.settledAt is null
            """;
    private static final String OPEN_FLAGS =
            "select count(f) from Flag f join Question q on q.id = f.questionId where f.settledAt is null";
    private static final String LOG = """
            select e.id, e.action, e.postType, e.postId, e.questionId, q.title, q.slug, e.moderatorId, e.reason, e.detail,
              e.at, q.hiddenAt, a.hiddenAt, q.lockedAt, c.hiddenAt
            from ModerationEntry e join Question q on q.id = e.questionId
              left join Answer a on a.id = e.postId and e.postType = hilft.forum.question.PostType.ANSWER
              left join Comment c on c.id = e.postId and e.postType = hilft.forum.question.PostType.COMMENT
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    MemberQueries members;

    public long openFlags(Viewer moderator) {
        return entityManager
                .createQuery(OPEN_FLAGS + theirs(moderator), Long.class)
                .getSingleResult();
    }

    /** Open flags, the oldest first. */
    public Page<FlagView> flags(Viewer moderator, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        FLAGS + theirs(moderator) + (cursor.isPresent() ? " and f.id > :id" : "") + " order by f.id",
                        Object[].class)
                .setMaxResults(limit + 1);
        cursor.ifPresent(place -> query.setParameter("id", place.id()));
        return Page.of(flags(query.getResultList()), limit, flag -> new Cursor(0, flag.id()));
    }

    /** An open flag. */
    public Optional<FlagView> findFlag(Viewer moderator, long id) {
        return flags(entityManager
                        .createQuery(FLAGS + theirs(moderator) + " and f.id = :id", Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** What of threads {@code q} a moderator sees; nothing for whoever is none. */
    private static String theirs(Viewer moderator) {
        if (moderator.isModerator()) {
            return "";
        }
        if (moderator.moderated().isEmpty()) {
            return " and 1 = 0";
        }
        return " and q.categoryId in (" + IdList.of(moderator.moderated()) + ")";
    }

    private List<FlagView> flags(List<Object[]> rows) {
        Map<Long, Author> authors = members.authors(rows.stream()
                .flatMap(row -> Stream.of((Long) row[8], (Long) row[9], (Long) row[10], (Long) row[15]))
                .filter(Objects::nonNull)
                .toList());
        return rows.stream().map(row -> flag(row, authors)).toList();
    }

    /** Where a row tells something of the kind of post it is about. */
    private static int place(PostId post, int ofQuestion, int ofAnswer, int ofComment) {
        return switch (post.type()) {
            case QUESTION -> ofQuestion;
            case ANSWER -> ofAnswer;
            case COMMENT -> ofComment;
        };
    }

    private static FlagView flag(Object[] row, Map<Long, Author> authors) {
        PostId post = new PostId((PostType) row[1], (Long) row[2]);
        return new FlagView(
                (Long) row[0],
                post,
                (Long) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[place(post, 6, 7, 14)],
                Objects.requireNonNull(authors.get((Long) row[place(post, 8, 9, 15)])),
                Objects.requireNonNull(authors.get((Long) row[10])),
                (FlagReason) row[11],
                (String) row[12],
                (Instant) row[13]);
    }

    /** The log, the latest decision first; of one question or of all. */
    public Page<ModerationEntryView> log(
            Viewer moderator, @Nullable Long questionId, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        String where = " where 1 = 1" + theirs(moderator) + (questionId == null ? "" : " and e.questionId = :question")
                + (cursor.isPresent() ? " and e.id < :id" : "");
        TypedQuery<Object[]> query = entityManager
                .createQuery(LOG + where + " order by e.id desc", Object[].class)
                .setMaxResults(limit + 1);
        if (questionId != null) {
            query.setParameter("question", questionId);
        }
        cursor.ifPresent(place -> query.setParameter("id", place.id()));
        List<Object[]> rows = query.getResultList();
        Map<Long, Author> moderators =
                members.authors(rows.stream().map(row -> (Long) row[7]).toList());
        return Page.of(
                rows.stream().map(row -> entry(row, moderators)).toList(), limit, entry -> new Cursor(0, entry.id()));
    }

    private static ModerationEntryView entry(Object[] row, Map<Long, Author> moderators) {
        PostId post = new PostId((PostType) row[2], (Long) row[3]);
        return new ModerationEntryView(
                (Long) row[0],
                (ModerationAction) row[1],
                post,
                (Long) row[4],
                (String) row[5],
                (String) row[6],
                Objects.requireNonNull(moderators.get((Long) row[7])),
                (String) row[8],
                (String) row[9],
                (Instant) row[10],
                row[place(post, 11, 12, 14)] != null,
                row[13] != null);
    }
}
