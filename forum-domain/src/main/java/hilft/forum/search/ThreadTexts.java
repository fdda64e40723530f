package hilft.forum.search;

import hilft.forum.shared.IdList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads the texts of threads in one statement; only what everybody may see. */
@ApplicationScoped
class ThreadTexts {

    private static final int BODY_MAX = 20_000;
    private static final int ANSWER_MAX = 3_000;
    private static final int ANSWERS_MAX = 40;

    private static final String READ = """
            select q.id, 0 as answer, q.title, left(q.body_text, %1$d) as text, q.language, 0 as solution, 0 as place
            from question q where q.hidden_at is null and q.id in (%4$s)
            union all
            select question_id, id, '', text, language, solution, place from (
              select a.question_id, a.id, left(a.body_text, %2$d) as text, a.language, a.id <=> q.accepted_answer_id as solution,
                row_number() over
                  (partition by a.question_id order by a.id <=> q.accepted_answer_id desc, a.score desc, a.id) as place
              from answer a join question q on q.id = a.question_id
              where q.hidden_at is null and a.hidden_at is null and a.question_id in (%4$s)) ranked
            where place <= %3$d order by 1, 7
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    public Map<Long, ThreadText> read(Collection<Long> ids) {
        Map<Long, ThreadText> texts = new HashMap<>();
        if (ids.isEmpty()) {
            return texts;
        }
        String in = IdList.of(ids);
        for (@Nullable Object[] row : rows(READ.formatted(BODY_MAX, ANSWER_MAX, ANSWERS_MAX, in))) {
            long question = number(row[0]);
            long answer = number(row[1]);
            ThreadText thread = texts.get(question);
            if (thread == null) {
                texts.put(question, new ThreadText(text(row[2]), text(row[3]), new ArrayList<>()));
            } else {
                thread.answers().add(new ThreadText.Answer(answer, text(row[4]), text(row[3]), number(row[5]) == 1));
            }
        }
        return texts;
    }

    @SuppressWarnings("unchecked")
    private List<@Nullable Object[]> rows(String sql) {
        return entityManager.createNativeQuery(sql).getResultList();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** The driver hands out a computed text as bytes. */
    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(value);
    }
}
