package hilft.forum.mention;

import hilft.forum.text.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds members by the beginning of their handle or name. */
@ApplicationScoped
public class MentionQueries {

    private static final int LONGEST = 30;

    /** A pattern that no handle matches, for beginnings that no handle has. */
    private static final String NO_HANDLE = "";

    private static final String HERE = """
            select m.handle, m.display_name from (
                select q.author_id from question q where q.id = :question and q.hidden_at is null
                union select a.author_id from answer a where a.question_id = :question and a.hidden_at is null
                union select c.author_id from comment c
                  where c.question_id = :question and c.hidden_at is null and c.withdrawn_at is null) w
              join member m on m.id = w.author_id
            where m.id <> :me and m.deleted_at is null and m.disabled_at is null
              and not exists (select 1 from member_block b where b.blocker_id = :me and b.blocked_id = m.id)
              and (m.handle like ? or m.display_name like ? or m.display_name like ?)
            order by m.display_name, m.handle limit :most
            """;

    // two short readings of an index each, instead of all members
    private static final String ANYBODY = """
            (select m.handle, m.display_name from member m
              where m.handle like ? and m.id <> :me and m.deleted_at is null and m.disabled_at is null
              and not exists (select 1 from member_block b where b.blocker_id = :me and b.blocked_id = m.id)
              order by m.handle limit :most)
            union
            (select m.handle, m.display_name from member m
              where m.display_name like ? and m.id <> :me and m.deleted_at is null and m.disabled_at is null
              and not exists (select 1 from member_block b where b.blocker_id = :me and b.blocked_id = m.id)
              order by m.display_name limit :most)
            limit :most
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    /**
     * Whoever wrote in the thread comes first; nobody who is disabled or gone, whom the reader has
     * blocked, and not the reader.
     *
     * @param typed what stands behind the @, at most 30 characters; nothing finds those of the thread alone
     * @param questionId the thread, null for a new one; a hidden question tells nobody who asked it
     * @param most at most how many
     */
    public List<Mentionable> list(String typed, @Nullable Long questionId, long readerId, int most) {
        if (typed.length() > LONGEST) {
            return List.of();
        }
        String start = typed.strip().replaceAll("[\\\\%_]", "\\\\$0") + "%";
        String handle = Input.isAscii(start) ? start : NO_HANDLE;
        Map<String, Mentionable> found = new LinkedHashMap<>();
        if (questionId != null) {
            String sql = HERE.replace(":question", String.valueOf(questionId.longValue()));
            rows(sql, List.of(handle, start, "% " + start), readerId, most)
                    .forEach(row -> found.putIfAbsent((String) row[0], mentionable(row, true)));
        }
        if (found.size() < most && !typed.isBlank()) {
            rows(ANYBODY, List.of(handle, start), readerId, most)
                    .forEach(row -> found.putIfAbsent((String) row[0], mentionable(row, false)));
        }
        return found.values().stream().limit(most).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, List<String> beginnings, long readerId, int most) {
        Query query = entityManager.createNativeQuery(
                sql.replace(":me", String.valueOf(readerId)).replace(":most", String.valueOf(most)));
        for (int i = 0; i < beginnings.size(); i++) {
            query.setParameter(i + 1, beginnings.get(i));
        }
        return query.getResultList();
    }

    private static Mentionable mentionable(Object[] row, boolean here) {
        return new Mentionable((String) row[0], (String) row[1], here);
    }
}
