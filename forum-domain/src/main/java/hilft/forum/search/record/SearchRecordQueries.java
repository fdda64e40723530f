package hilft.forum.search.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Reads what was searched; callers let only admins in. A period of days ends today. */
@ApplicationScoped
public class SearchRecordQueries {

    private static final String MOST = """
            select query, sum(searches), sum(without_result) from search_record
            where day >= ?1 and query <> ?2 group by query order by 2 desc, 1 limit ?3
            """;
    private static final String UNFOUND = """
            select query, sum(searches), sum(without_result) from search_record
            where day >= ?1 and query <> ?2 group by query having sum(without_result) > 0 order by 3 desc, 1 limit ?3
            """;
    private static final String ALL =
            "select '', coalesce(sum(searches), 0), coalesce(sum(without_result), 0) from search_record where day >= ?1";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    /** What was searched most. */
    public List<SearchedQuery> most(int days, int limit) {
        return list(MOST, days, limit);
    }

    /** What nothing was found for, the most frequent first. */
    public List<SearchedQuery> unfound(int days, int limit) {
        return list(UNFOUND, days, limit);
    }

    /** All searches of the period together. */
    public SearchedQuery total(int days) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery(ALL)
                .setParameter(1, since(days))
                .getSingleResult();
        return query(row);
    }

    @SuppressWarnings("unchecked")
    private List<SearchedQuery> list(String sql, int days, int limit) {
        List<Object[]> rows = entityManager
                .createNativeQuery(sql)
                .setParameter(1, since(days))
                .setParameter(2, SearchRecordRules.LEFT_OUT)
                .setParameter(3, limit)
                .getResultList();
        return rows.stream().map(SearchRecordQueries::query).toList();
    }

    private static SearchedQuery query(Object[] row) {
        return new SearchedQuery((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue());
    }

    private LocalDate since(int days) {
        return LocalDate.ofInstant(clock.instant(), zone).minusDays(days - 1L);
    }
}
