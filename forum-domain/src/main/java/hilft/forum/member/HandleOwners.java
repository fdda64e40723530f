package hilft.forum.member;

import hilft.forum.text.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static java.time.ZoneOffset.UTC;

/** Whose each handle is or was, in the caller's transaction; what was once given is never given to anybody else. */
@ApplicationScoped
class HandleOwners {

    private static final String TAKE = "insert ignore into handle_owner (handle, member_id, since) values (?, ?, ?)";
    private static final String IS_OWN = "select 1 from handle_owner where handle = ? and member_id = ?";
    private static final String LIKE = "select handle from handle_owner where handle like ?";
    private static final String OWNER = """
            select m.id from handle_owner o join member m on m.id = o.member_id where o.handle = ? and m.deleted_at is null
            """;
    private static final String LEADING = """
            select o.handle from handle_owner o join member m on m.id = o.member_id
            where m.deleted_at is null and o.handle in (%s)
            """;
    private static final String RELEASE = "update handle_owner set member_id = null where member_id = ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    /** Whether the handle is the member's from now on, or was already; waits for whoever is just taking it. */
    boolean take(String handle, long memberId, Instant since) {
        int taken = entityManager
                .createNativeQuery(TAKE)
                .setParameter(1, handle)
                .setParameter(2, memberId)
                .setParameter(3, LocalDateTime.ofInstant(since, UTC))
                .executeUpdate();
        return taken == 1
                || !entityManager
                        .createNativeQuery(IS_OWN)
                        .setParameter(1, handle)
                        .setParameter(2, memberId)
                        .getResultList()
                        .isEmpty();
    }

    /** All that were ever given and begin so. */
    @SuppressWarnings("unchecked")
    List<String> beginning(String start) {
        return entityManager
                .createNativeQuery(LIKE)
                .setParameter(1, start + "%")
                .getResultList();
    }

    /** The member to whom a handle leads, today's or an earlier one. */
    Optional<Long> find(String handle) {
        if (!Input.isAscii(handle)) {
            return Optional.empty();
        }
        List<?> found =
                entityManager.createNativeQuery(OWNER).setParameter(1, handle).getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).findFirst();
    }

    /** Of these handles, in small letters, those that lead to a member; in one statement, or none for no handles. */
    @SuppressWarnings("unchecked")
    Set<String> leading(Set<String> handles) {
        if (handles.isEmpty()) {
            return Set.of();
        }
        List<String> asked = List.copyOf(handles);
        Query query = entityManager.createNativeQuery(
                LEADING.formatted(String.join(", ", Collections.nCopies(asked.size(), "?"))));
        for (int i = 0; i < asked.size(); i++) {
            query.setParameter(i + 1, asked.get(i));
        }
        return Set.copyOf((List<String>) query.getResultList());
    }

    /** The handles of an account that is gone are nobody's, but stay taken: old texts must not speak of somebody else. */
    void release(long memberId) {
        entityManager.createNativeQuery(RELEASE).setParameter(1, memberId).executeUpdate();
    }
}
