package hilft.forum.bookmark;

import hilft.forum.deadlock.RepeatedAfterDeadlock;
import hilft.forum.member.MemberDeleted;
import hilft.forum.member.Viewer;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;
import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.MICROS;

/** Questions and answers that members keep for themselves; keeping and letting go are repeatable. */
@ApplicationScoped
@RepeatedAfterDeadlock
@Transactional
public class Bookmarks {

    private static final String KEEP =
            "insert ignore into bookmark (member_id, post_type, post_id, question_id, kept_at) values (?, ?, ?, ?, ?)";
    private static final String LET_GO = "delete from bookmark where member_id = ? and post_type = ? and post_id = ?";
    private static final String FORGET = "delete from bookmark where member_id = ?";
    private static final String ITEMS = """
            select new hilft.forum.bookmark.BookmarkItem(b.postType, b.postId, q.id, q.title, q.slug, q.language, q.excerpt,
              substring(a.bodyText, 1, 400), a.language, q.solved, b.keptAt)
            from Bookmark b join Question q on q.id = b.questionId
              left join Answer a on b.postType = hilft.forum.question.PostType.ANSWER and a.id = b.postId
            where b.memberId = :member and q.hiddenAt is null
              and (b.postType = hilft.forum.question.PostType.QUESTION or (a.id is not null and a.hiddenAt is null))
            """;
    private static final String AFTER = " and (b.keptAt < :at or (b.keptAt = :at and b.postId < :id))";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    QuestionQueries questions;

    @Inject
    Clock clock;

    /** Keeps a question or an answer that the member may read. */
    public void keep(PostId post, Viewer member) {
        long question = questionOf(post, member);
        entityManager
                .createNativeQuery(KEEP)
                .setParameter(1, member.id())
                .setParameter(2, post.type().name())
                .setParameter(3, post.id())
                .setParameter(4, question)
                .setParameter(5, LocalDateTime.ofInstant(clock.instant(), UTC))
                .executeUpdate();
    }

    private long questionOf(PostId post, Viewer member) {
        if (post.type() == PostType.QUESTION) {
            return questions
                    .find(post.id(), member)
                    .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN))
                    .id();
        }
        return questions
                .findAnswer(post.id(), member)
                .map(AnswerView::questionId)
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN_ANSWER));
    }

    public void letGo(PostId post, long memberId) {
        entityManager
                .createNativeQuery(LET_GO)
                .setParameter(1, memberId)
                .setParameter(2, post.type().name())
                .setParameter(3, post.id())
                .executeUpdate();
    }

    /** What the member keeps and everybody may read, the latest first; {@code limit} 1 to 100. */
    @Transactional(SUPPORTS)
    public Page<BookmarkItem> page(long memberId, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        TypedQuery<BookmarkItem> query = entityManager
                .createQuery(
                        ITEMS + (cursor.isPresent() ? AFTER : "") + " order by b.keptAt desc, b.postId desc",
                        BookmarkItem.class)
                .setParameter("member", memberId)
                .setMaxResults(limit + 1);
        cursor.ifPresent(place -> query.setParameter("at", Instant.EPOCH.plus(place.key(), MICROS))
                .setParameter("id", place.id()));
        return Page.of(
                query.getResultList(),
                limit,
                item -> new Cursor(MICROS.between(Instant.EPOCH, item.keptAt()), item.postId()));
    }

    void on(@Observes MemberDeleted event) {
        entityManager
                .createNativeQuery(FORGET)
                .setParameter(1, event.memberId())
                .executeUpdate();
    }
}
