package hilft.forum.question;

import hilft.forum.shared.IdList;
import hilft.forum.tag.TagRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes the tags of many questions at once, behind the entity's back: a question locked here is one that nobody edits, and
 * its version says that it is another one now.
 */
@ApplicationScoped
class Retagging {

    private static final int SOME = 200;

    /** Locks both, so that a main tag is not merged away while questions are given it. */
    private static final String NAMES =
            "select t.name, m.name from tag t join tag m on m.id = t.main_id where t.id = ? for update";

    private static final String WEARERS =
            "select question_id from question_tag where name = ?1 and name collate utf8mb4_bin = ?1 order by question_id limit "
                    + SOME;
    private static final String LOCK = "select id from question where id in (%s) order by id for update";
    private static final String WORN =
            "select question_id, name from question_tag where question_id in (%s) order by question_id, position for update";
    private static final String TAKE_OFF = "delete from question_tag where question_id = ?";
    private static final String PUT_ON = "insert into question_tag (question_id, position, name) values (?, ?, ?)";
    private static final String NEXT_VERSION = "update question set version = version + 1 where id in (%s)";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Event<QuestionChanged> changed;

    /** Gives the main tag to at most 200 questions, and says whether there may be more. */
    @Transactional
    public boolean some(long synonymId) {
        List<Object[]> names = rows(NAMES, synonymId);
        if (names.isEmpty()) {
            return false;
        }
        String from = text(names.get(0)[0]);
        String into = text(names.get(0)[1]);
        List<Long> ids = wearers(from);
        if (ids.isEmpty()) {
            return false;
        }
        String in = IdList.of(ids);
        entityManager.createNativeQuery(LOCK.formatted(in)).getResultList();
        worn(in).forEach((question, tags) -> wear(question, tags, TagRules.merged(tags, from, into)));
        entityManager.createNativeQuery(NEXT_VERSION.formatted(in)).executeUpdate();
        ids.forEach(id -> changed.fire(new QuestionChanged(id)));
        return ids.size() == SOME;
    }

    private List<Long> wearers(String name) {
        List<?> ids =
                entityManager.createNativeQuery(WEARERS).setParameter(1, name).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private Map<Long, List<String>> worn(String in) {
        Map<Long, List<String>> worn = new LinkedHashMap<>();
        rows(WORN.formatted(in))
                .forEach(row -> worn.computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>())
                        .add(text(row[1])));
        return worn;
    }

    private void wear(long question, List<String> before, List<String> after) {
        if (after.equals(before)) {
            return;
        }
        entityManager.createNativeQuery(TAKE_OFF).setParameter(1, question).executeUpdate();
        for (int i = 0; i < after.size(); i++) {
            entityManager
                    .createNativeQuery(PUT_ON)
                    .setParameter(1, question)
                    .setParameter(2, i)
                    .setParameter(3, after.get(i))
                    .executeUpdate();
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object... values) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getResultList();
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }
}
