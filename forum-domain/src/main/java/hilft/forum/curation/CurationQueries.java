package hilft.forum.curation;

import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.shared.Cursor;
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
import org.jspecify.annotations.Nullable;

/** Reads the log of what admins did with categories and tags; callers let only admins in. */
@ApplicationScoped
public class CurationQueries {

    private static final String LOG =
            "select e.id, e.action, e.subject, e.detail, e.adminId, e.at from CurationEntry e";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    MemberQueries members;

    /** The latest first. */
    public Page<CurationEntryView> log(@Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        LOG + (cursor.isPresent() ? " where e.id < :id" : "") + " order by e.id desc", Object[].class)
                .setMaxResults(limit + 1);
        cursor.ifPresent(place -> query.setParameter("id", place.id()));
        List<Object[]> rows = query.getResultList();
        Map<Long, Author> admins =
                members.authors(rows.stream().map(row -> (Long) row[4]).toList());
        return Page.of(
                rows.stream().map(row -> entry(row, admins)).toList(), limit, entry -> new Cursor(0, entry.id()));
    }

    private static CurationEntryView entry(Object[] row, Map<Long, Author> admins) {
        return new CurationEntryView(
                (Long) row[0],
                (CurationAction) row[1],
                (String) row[2],
                ((String) row[3]).lines().toList(),
                Objects.requireNonNull(admins.get((Long) row[4])),
                (Instant) row[5]);
    }
}
