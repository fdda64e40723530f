package hilft.rewards.leaderboard;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who helped most in a time; members with a role besides customer, disabled and deleted ones are not on it. */
@ApplicationScoped
public class Leaderboard {

    private static final String SUMS = """
            select e.member_id, sum(e.points) as points,
              cast(sum(if(e.credit = 'SOLUTION', if(e.reversal, -1, 1), 0)) as signed) as solutions
            from ledger_entry e join member m on m.id = e.member_id %s
            where e.at >= ?1 and m.team = false and m.disabled_at is null and m.deleted_at is null %s
            group by e.member_id having points > 0 order by points desc, e.member_id
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    MemberQueries members;

    @Inject
    CategoryQueries categories;

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    /** The first places, 1 to 100 of them; {@code category} is a slug or null for all; an unknown one has no places. */
    @SuppressWarnings("unchecked")
    public List<LeaderboardLine> list(Period period, @Nullable String category, int limit) {
        Optional<CategoryView> wanted = Optional.ofNullable(category).flatMap(categories::find);
        if (category != null && wanted.isEmpty()) {
            return List.of();
        }
        String sql = wanted.isPresent()
                ? SUMS.formatted("join question q on q.id = e.question_id", "and q.category_id = ?2")
                : SUMS.formatted("", "");
        Query query = entityManager
                .createNativeQuery(sql)
                .setParameter(1, LocalDateTime.ofInstant(period.start(clock.instant(), zone), ZoneOffset.UTC))
                .setMaxResults(limit);
        wanted.ifPresent(view -> query.setParameter(2, view.id()));
        return lines(query.getResultList());
    }

    private List<LeaderboardLine> lines(List<Object[]> rows) {
        Map<Long, Author> authors = members.authors(
                rows.stream().map(row -> ((Number) row[0]).longValue()).toList());
        List<LeaderboardLine> lines = new ArrayList<>();
        for (Object[] row : rows) {
            long points = ((Number) row[1]).longValue();
            LeaderboardLine previous = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            int place = previous != null && previous.points() == points ? previous.place() : lines.size() + 1;
            Author author = Objects.requireNonNull(authors.get(((Number) row[0]).longValue()));
            lines.add(new LeaderboardLine(place, author, points, ((Number) row[2]).intValue()));
        }
        return lines;
    }
}
