package hilft.forum.question;

import hilft.forum.member.MemberView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

/** Tells which threads of a list have something in them that a member has not read. */
@ApplicationScoped
public class UnreadQueries {

    // the latest by somebody else is the first that the index gives, or one of the first
    private static final String LATEST = """
            select q.id,
              (select timestampdiff(microsecond, '1970-01-01', a.written_at) from answer a
                where a.question_id = q.id and a.hidden_at is null and a.author_id <> ?1
                  and not exists (select 1 from member_block b where b.blocker_id = ?1 and b.blocked_id = a.author_id)
                order by a.written_at desc limit 1),
              timestampdiff(microsecond, '1970-01-01', r.read_until)
            from question q left join thread_reading r on r.member_id = ?1 and r.question_id = q.id
            where q.id in (%s)
            """;

    private static final int READER = 1;

    /** When somebody else answered last, and up to when the reader has read. */
    private record Read(
            @Nullable Instant answered, @Nullable Instant until) {
        static final Read NOTHING = new Read(null, null);
    }

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    ReadingPositions positions;

    /**
     * The ids of those in which somebody whom the reader has not blocked has asked or answered since then, and which they
     * have not read since; in one statement, in none where nothing has happened. What they read through another
     * node may count as unread for a minute more.
     */
    public Set<Long> among(Collection<QuestionItem> items, MemberView reader, Instant since) {
        Map<Long, QuestionItem> moved = items.stream()
                .filter(item -> UnreadRules.isUnread(item.lastActivityAt(), pending(reader, item), since))
                .filter(item -> item.answerCount() > 0 || UnreadRules.isOfOthers(item, reader))
                .collect(toMap(QuestionItem::id, Function.identity(), (one, same) -> one));
        if (moved.isEmpty()) {
            return Set.of();
        }
        Map<Long, Read> found = read(List.copyOf(moved.keySet()), reader.id());
        return moved.values().stream()
                .filter(item -> isUnread(item, found.getOrDefault(item.id(), Read.NOTHING), reader, since))
                .map(QuestionItem::id)
                .collect(toSet());
    }

    private boolean isUnread(QuestionItem item, Read read, MemberView reader, Instant since) {
        Instant asked = UnreadRules.isOfOthers(item, reader) ? item.askedAt() : null;
        return UnreadRules.isUnread(
                UnreadRules.later(asked, read.answered()),
                UnreadRules.later(read.until(), pending(reader, item)),
                since);
    }

    private @Nullable Instant pending(MemberView reader, QuestionItem item) {
        return positions.find(reader.id(), item.id()).orElse(null);
    }

    @SuppressWarnings("unchecked")
    private Map<Long, Read> read(List<Long> ids, long readerId) {
        Query query = entityManager.createNativeQuery(LATEST.formatted(places(ids.size())));
        query.setParameter(READER, readerId);
        for (int i = 0; i < ids.size(); i++) {
            query.setParameter(READER + 1 + i, ids.get(i));
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .collect(
                        toMap(row -> ((Number) row[0]).longValue(), row -> new Read(instant(row[1]), instant(row[2]))));
    }

    private static String places(int ids) {
        return IntStream.rangeClosed(READER + 1, READER + ids)
                .mapToObj(place -> "?" + place)
                .collect(joining(", "));
    }

    private static @Nullable Instant instant(@Nullable Object micros) {
        return micros == null ? null : Instant.EPOCH.plus(((Number) micros).longValue(), MICROS);
    }
}
