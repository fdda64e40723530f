package hilft.forum.comment;

import hilft.forum.member.Viewer;
import hilft.forum.question.PostId;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.IdList;
import hilft.forum.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads comments in the order in which they were written; what is hidden is seen by moderators only,
 * be it all or those of its category. Whether the post may be read is for callers to ask first, except where it is said otherwise.
 */
@ApplicationScoped
public class CommentQueries {

    private static final String SHOWN = " and c.hiddenAt is null";
    private static final String SHOWN_OR_WITHIN = """
             and (c.hiddenAt is null
               or exists (select o.id from Question o where o.id = c.questionId and o.categoryId in (%s)))
            """;
    private static final String PLACED = " and e.hidden_at is null";
    private static final String PLACED_OR_WITHIN = " and (e.hidden_at is null"
            + " or (select o.category_id from question o where o.id = e.question_id) in (%s))";

    /** The first few of each post, whose places the index alone tells. */
    private static final String FEW = """
             and c.questionId = :question and c.postId in :posts
             and SQL('(? in (select f.id from (select e.id, row_number() over
               (partition by e.post_type, e.post_id order by e.id) place from comment e
               where e.question_id = ? and e.withdrawn_at is null%s) f where f.place <= ?))',
               c.id, :question, :few) = true
             order by c.id
            """;

    private static final String RANK = """
            select count(c) from Comment c where c.questionId = :question and c.postType = :type and c.postId = :post
            and c.withdrawnAt is null and c.id <= :id
            """;
    private static final String GONE = """
            select c.id from Comment c, Question q where c.id = :id and q.id = c.questionId
            and (c.withdrawnAt is not null or c.hiddenAt is not null or q.hiddenAt is not null
              or (c.postType = hilft.forum.question.PostType.ANSWER and exists
                (select a.id from Answer a where a.id = c.postId and a.hiddenAt is not null)))
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    /** The first few comments of each of these posts of a question, in one statement. */
    public List<CommentLine> few(long questionId, Collection<PostId> posts, Viewer viewer, int few) {
        List<CommentLine> lines = entityManager
                .createQuery(CommentLine.SELECT + shown(viewer) + FEW.formatted(placed(viewer)), CommentLine.class)
                .setParameter("question", questionId)
                .setParameter("posts", posts.stream().map(PostId::id).distinct().toList())
                .setParameter("few", few)
                .getResultList();
        // an answer may have the question's number
        return lines.stream().filter(line -> posts.contains(line.post())).toList();
    }

    private static String shown(Viewer viewer) {
        if (viewer.isModerator()) {
            return "";
        }
        return viewer.moderated().isEmpty() ? SHOWN : SHOWN_OR_WITHIN.formatted(IdList.of(viewer.moderated()));
    }

    private static String placed(Viewer viewer) {
        if (viewer.isModerator()) {
            return "";
        }
        return viewer.moderated().isEmpty() ? PLACED : PLACED_OR_WITHIN.formatted(IdList.of(viewer.moderated()));
    }

    /** A post's comments, 1 to 100 a page. */
    public Page<CommentView> page(PostId post, long questionId, Viewer viewer, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        TypedQuery<CommentLine> query = entityManager
                .createQuery(
                        CommentLine.SELECT
                                + shown(viewer)
                                + " and c.questionId = :question and c.postType = :type and c.postId = :post"
                                + (cursor.isPresent() ? " and c.id > :id" : "")
                                + " order by c.id",
                        CommentLine.class)
                .setParameter("question", questionId)
                .setParameter("type", post.type())
                .setParameter("post", post.id());
        cursor.ifPresent(place -> query.setParameter("id", place.id()));
        List<CommentView> views = query.setMaxResults(limit + 1)
                .getResultStream()
                .map(line -> line.view(viewer))
                .toList();
        return Page.of(views, limit, view -> new Cursor(0, view.id()));
    }

    /** A comment, if its post and its question may be read, too. */
    public Optional<CommentView> find(long id, Viewer viewer) {
        return entityManager
                .createQuery(CommentLine.SELECT + " and c.id = :id", CommentLine.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .filter(line -> viewer.within(line.categoryId()).isModerator() || !isGone(id))
                .map(line -> line.view(viewer));
    }

    /** Whether the comment was there for everybody once, and is hidden or withdrawn now, by itself or with its post. */
    public boolean isGone(long id) {
        return !entityManager
                .createQuery(GONE, Long.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    /** Which of its post's comments this one is, from 1, as the viewer counts them. */
    public int place(CommentView comment, Viewer viewer) {
        return entityManager
                .createQuery(RANK + shown(viewer), Long.class)
                .setParameter("question", comment.questionId())
                .setParameter("type", comment.post().type())
                .setParameter("post", comment.post().id())
                .setParameter("id", comment.id())
                .getSingleResult()
                .intValue();
    }

    /** The value for {@code after} with which a page begins with the comment at this place, or null for the first page. */
    public @Nullable String before(CommentView comment, Viewer viewer, int places) {
        if (places == 0) {
            return null;
        }
        List<Long> earlier = entityManager
                .createQuery(
                        "select c.id from Comment c where c.questionId = :question and c.postType = :type and c.postId = :post"
                                + " and c.withdrawnAt is null and c.id < :id"
                                + shown(viewer)
                                + " order by c.id desc",
                        Long.class)
                .setParameter("question", comment.questionId())
                .setParameter("type", comment.post().type())
                .setParameter("post", comment.post().id())
                .setParameter("id", comment.id())
                .setFirstResult(places - 1)
                .setMaxResults(1)
                .getResultList();
        return earlier.isEmpty() ? null : new Cursor(0, earlier.get(0)).encode();
    }
}
