package hilft.forum.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static hilft.forum.member.MemberProblem.Reason.HANDLE_TAKEN;
import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

/** Makes a new member in a transaction of its own, so that losing a race spoils nothing else. */
@ApplicationScoped
class Joining {

    private static final String HANDLES = "select m.handle from Member m where m.handle like :pattern";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    HandleOwners owners;

    @Inject
    Clock clock;

    @Transactional(REQUIRES_NEW)
    void join(SignIn signIn) {
        Instant now = clock.instant();
        Member member = Member.join(signIn, freeHandle(signIn), now);
        entityManager.persist(member);
        entityManager.flush();
        if (!owners.take(member.handle(), member.id(), now)) {
            throw new MemberProblem(HANDLE_TAKEN);
        }
    }

    private String freeHandle(SignIn signIn) {
        String name = MemberRules.displayName(signIn);
        String first = HandleRules.from(name, 1);
        String start = HandleRules.from(name, 2).replaceAll("-2$", "");
        Set<String> taken = entityManager
                .createQuery(HANDLES, String.class)
                .setParameter("pattern", start + "%")
                .getResultStream()
                .collect(Collectors.toCollection(HashSet::new));
        taken.addAll(owners.beginning(start));
        return taken.contains(first)
                ? IntStream.iterate(2, n -> n + 1)
                        .mapToObj(n -> HandleRules.from(name, n))
                        .filter(handle -> !taken.contains(handle))
                        .findFirst()
                        .orElseThrow()
                : first;
    }
}
