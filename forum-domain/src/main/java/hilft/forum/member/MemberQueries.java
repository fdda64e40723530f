package hilft.forum.member;

import hilft.forum.text.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads members. */
@ApplicationScoped
public class MemberQueries {

    private static final String BY_HANDLE = "select m from Member m where m.handle = :handle";
    private static final String BY_SUBJECT = "select m from Member m where m.subject = :subject";
    private static final String BY_IDS = "select m from Member m where m.id in :ids";
    private static final String AUTHORS = """
            select m.id, m.handle, m.displayName, m.roles, case when m.deletedAt is null then 0 else 1 end,
              m.avatarId
            from Member m where m.id in :ids
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    HandleOwners owners;

    public Optional<MemberView> find(long id) {
        return Optional.ofNullable(entityManager.find(Member.class, id)).map(Member::view);
    }

    public Optional<MemberView> findByHandle(String handle) {
        if (!Input.isAscii(handle)) {
            return Optional.empty();
        }
        return entityManager
                .createQuery(BY_HANDLE, Member.class)
                .setParameter("handle", handle)
                .getResultStream()
                .findFirst()
                .map(Member::view);
    }

    /** The member whose handle this is or once was; today's handle is in what is found. */
    public Optional<MemberView> findByAnyHandle(String handle) {
        return findByHandle(handle).or(() -> owners.find(handle).flatMap(this::find));
    }

    /** Of these handles, in small letters, those that lead to a profile, as present or earlier ones. */
    public Set<String> leading(Set<String> handles) {
        return owners.leading(handles);
    }

    public Optional<MemberView> findBySubject(String subject) {
        return entityManager
                .createQuery(BY_SUBJECT, Member.class)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst()
                .map(Member::view);
    }

    /** The members by their ids, in one statement; ids of nobody are left out. */
    public Map<Long, MemberView> list(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery(BY_IDS, Member.class)
                        .setParameter("ids", Set.copyOf(ids))
                        .getResultStream()
                        .map(Member::view)
                        .collect(Collectors.toMap(MemberView::id, Function.identity()));
    }

    /** The authors of the posts on a page, in one statement; no statement for no ids. */
    @SuppressWarnings("unchecked")
    public Map<Long, Author> authors(Collection<Long> ids) {
        Map<Long, Author> authors = new HashMap<>();
        if (ids.isEmpty()) {
            return authors;
        }
        List<Object[]> rows = entityManager
                .createQuery(AUTHORS, Object[].class)
                .setParameter("ids", Set.copyOf(ids))
                .getResultList();
        for (Object[] row : rows) {
            Long id = (Long) row[0];
            boolean deleted = ((Number) row[4]).intValue() == 1;
            authors.put(
                    id, new Author(id, (String) row[1], (String) row[2], Set.copyOf((Set<Role>) row[3]), deleted, (Long)
                            row[5]));
        }
        return authors;
    }
}
