package hilft.forum.revision;

import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads revisions; whether the post may be read is for callers to ask first. {@code answerId} is null for a question's. */
@ApplicationScoped
public class RevisionQueries {

    private static final String OF_QUESTION =
            "select r from Revision r where r.questionId = :question and r.answerId is null ";
    private static final String OF_ANSWER =
            "select r from Revision r where r.questionId = :question and r.answerId = :answer ";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    MemberQueries members;

    static TypedQuery<Revision> of(EntityManager entityManager, long questionId, @Nullable Long answerId, String rest) {
        TypedQuery<Revision> query = entityManager
                .createQuery((answerId == null ? OF_QUESTION : OF_ANSWER) + rest, Revision.class)
                .setParameter("question", questionId);
        if (answerId != null) {
            query.setParameter("answer", answerId);
        }
        return query;
    }

    /** The latest revisions first, 1 to 100 a page; none of a post that was never edited. */
    public Page<RevisionView> page(long questionId, @Nullable Long answerId, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        TypedQuery<Revision> query = of(
                entityManager,
                questionId,
                answerId,
                (cursor.isPresent() ? "and r.number < :number " : "") + "order by r.number desc");
        cursor.ifPresent(place ->
                query.setParameter("number", (int) Math.max(0, Math.min(place.id(), Integer.MAX_VALUE))));
        // one row further is where the next page begins and what the last one of this page is compared with
        List<Revision> rows = query.setMaxResults(limit + 1).getResultList();
        Map<Long, Author> editors =
                members.authors(rows.stream().map(Revision::editorId).toList());
        List<RevisionView> views = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            views.add(view(rows.get(i), i + 1 < rows.size() ? rows.get(i + 1).text() : null, editors));
        }
        return Page.of(views, limit, view -> new Cursor(0, view.number()));
    }

    private static RevisionView view(Revision revision, @Nullable RevisedText before, Map<Long, Author> editors) {
        return new RevisionView(
                revision.number(),
                Objects.requireNonNull(editors.get(revision.editorId())),
                revision.madeAt(),
                revision.reason(),
                revision.text(),
                before);
    }

    /** What a post said in one of its revisions. */
    public Optional<RevisedText> find(long questionId, @Nullable Long answerId, int number) {
        return of(entityManager, questionId, answerId, "and r.number = :number")
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .map(Revision::text);
    }
}
