package hilft.forum.question;

import hilft.forum.shared.Cursor;
import hilft.forum.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads answers outside of their threads; only what everybody may see. */
@ApplicationScoped
public class AnswerQueries {

    private static final String BY_AUTHOR = """
            select new hilft.forum.question.AnswerItem(a.id, q.title, q.language, substring(a.bodyText, 1, 400), a.language,
              a.score, case when q.acceptedAnswerId = a.id then true else false end, a.writtenAt)
            from Answer a join a.question q
            where a.authorId = :author and a.hiddenAt is null and q.hiddenAt is null
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    /** A member's answers, the newest first; {@code limit} 1 to 100. */
    public Page<AnswerItem> byAuthor(long authorId, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        TypedQuery<AnswerItem> query = entityManager
                .createQuery(
                        BY_AUTHOR + (cursor.isPresent() ? " and a.id < :id" : "") + " order by a.id desc",
                        AnswerItem.class)
                .setParameter("author", authorId)
                .setMaxResults(limit + 1);
        cursor.ifPresent(place -> query.setParameter("id", place.id()));
        return Page.of(query.getResultList(), limit, answer -> new Cursor(0, answer.id()));
    }
}
