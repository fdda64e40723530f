package hilft.forum.mention;

import hilft.forum.question.PostId;
import hilft.forum.text.Markdown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.MICROS;

/** Remembers whom a post has named, so that each is told of it once, however often it is edited. */
@ApplicationScoped
@Transactional
public class Mentions {

    /** So many can a post name, from its first version to its last; who is named after them is not told. */
    public static final int MOST = 10;

    private static final String BODY = "select p.body from %s p where p.id = :id";
    private static final String OWNERS = """
            select o.handle, m.id from handle_owner o join member m on m.id = o.member_id
            where m.deleted_at is null and m.disabled_at is null and m.mentions_wanted and o.handle in (%s)
            """;
    private static final String NAMED = "select member_id from mention where post_type = ? and post_id = ?";
    private static final String REMEMBER =
            "insert ignore into mention (post_type, post_id, member_id, named_at) values (?, ?, ?, ?)";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Markdown markdown;

    /**
     * Those whom the post names as it is now and did not name before, in the order of the text, at most so many that
     * with those named before they are ten; members who do not want to be told are named in vain.
     *
     * @param authors who wrote it and who changed it; nobody names themselves
     */
    public List<Long> take(PostId post, List<Long> authors, Instant at) {
        Set<Long> named = namedNow(post, authors);
        if (named.isEmpty()) {
            return List.of();
        }
        List<Long> before = named(post);
        List<Long> taken = named.stream()
                .filter(member -> !before.contains(member))
                .limit(Math.max(0, MOST - before.size()))
                .toList();
        taken.forEach(member -> remember(post, member, at));
        return taken;
    }

    /** Everybody whom the post names or has named; at most ten. */
    @SuppressWarnings("unchecked")
    public List<Long> named(PostId post) {
        List<Number> ids = entityManager
                .createNativeQuery(NAMED)
                .setParameter(1, post.type().name())
                .setParameter(2, post.id())
                .getResultList();
        return ids.stream().map(Number::longValue).toList();
    }

    private Set<Long> namedNow(PostId post, List<Long> authors) {
        Set<String> handles = markdown.mentions(body(post));
        if (handles.isEmpty()) {
            return Set.of();
        }
        Map<String, Long> owners = owners(List.copyOf(handles));
        Set<Long> named = new LinkedHashSet<>();
        handles.stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .filter(member -> !authors.contains(member))
                .forEach(named::add);
        return named;
    }

    private String body(PostId post) {
        String entity = switch (post.type()) {
            case QUESTION -> "Question";
            case ANSWER -> "Answer";
            case COMMENT -> "Comment";
        };
        return entityManager
                .createQuery(BODY.formatted(entity), String.class)
                .setParameter("id", post.id())
                .getSingleResult();
    }

    /** Earlier handles lead to their members, too. */
    @SuppressWarnings("unchecked")
    private Map<String, Long> owners(List<String> handles) {
        Query query = entityManager.createNativeQuery(
                OWNERS.formatted(String.join(", ", Collections.nCopies(handles.size(), "?"))));
        for (int i = 0; i < handles.size(); i++) {
            query.setParameter(i + 1, handles.get(i));
        }
        Map<String, Long> owners = new HashMap<>();
        ((List<Object[]>) query.getResultList())
                .forEach(row -> owners.put((String) row[0], ((Number) row[1]).longValue()));
        return owners;
    }

    private void remember(PostId post, long memberId, Instant at) {
        entityManager
                .createNativeQuery(REMEMBER)
                .setParameter(1, post.type().name())
                .setParameter(2, post.id())
                .setParameter(3, memberId)
                .setParameter(4, LocalDateTime.ofInstant(at, UTC).truncatedTo(MICROS))
                .executeUpdate();
    }
}
