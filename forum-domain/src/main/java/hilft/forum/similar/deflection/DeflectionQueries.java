package hilft.forum.similar.deflection;

import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what became of askings; callers let only admins in. A period of days ends today. */
@ApplicationScoped
public class DeflectionQueries {

    private static final String DAYS = """
            select day, language, sum(shown > 0), sum(opened), sum(solved), sum(me_too), sum(asked and shown > 0),
              sum(asked and shown = 0), sum((solved or me_too) and not asked)
            from deflection where day >= ?1 group by day, language
            union all
            select day, language, shown, opened, solved, me_too, asked_anyway, asked_unshown, deflected
            from deflection_sum where day >= ?1
            order by 1 desc, 2
            """;
    private static final String REPEATED = """
            select question_id, count(*), sum(opened), sum(solved), sum(me_too)
            from deflection_thread where day >= ? group by question_id
            order by sum(solved or me_too) desc, 3 desc, 2 desc, 1 limit ?
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    QuestionQueries questions;

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    public DeflectionFigures figures(int days) {
        return DeflectionFigures.sum(
                days(since(days)).map(DeflectionDay::figures).toList());
    }

    /** Every day ever counted, the newest first. */
    public List<DeflectionDay> days() {
        return days(LocalDate.EPOCH).toList();
    }

    /** The visible threads that come up most in the period: what people said to be the same first, then what they opened. */
    public List<RepeatedQuestion> repeated(int days, int limit) {
        List<Object[]> rows = rows(REPEATED, since(days), limit);
        Map<Long, Object[]> byQuestion = rows.stream().collect(Collectors.toMap(row -> number(row[0]), row -> row));
        return questions.list(rows.stream().map(row -> number(row[0])).toList()).stream()
                .map(item -> repeated(item, Objects.requireNonNull(byQuestion.get(item.id()))))
                .toList();
    }

    private static RepeatedQuestion repeated(QuestionItem item, Object[] row) {
        return new RepeatedQuestion(item, number(row[1]), number(row[2]), number(row[3]), number(row[4]));
    }

    private Stream<DeflectionDay> days(LocalDate since) {
        return rows(DAYS, since).stream()
                .map(row -> new DeflectionDay(
                        ((java.sql.Date) row[0]).toLocalDate(),
                        (String) row[1],
                        new DeflectionFigures(
                                number(row[2]),
                                number(row[3]),
                                number(row[4]),
                                number(row[5]),
                                number(row[6]),
                                number(row[7]),
                                number(row[8]))));
    }

    private LocalDate since(int days) {
        return LocalDate.ofInstant(clock.instant(), zone).minusDays(days - 1L);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object... parameters) {
        var query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
