package hilft.forum.member;

import hilft.forum.shared.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import static hilft.forum.member.MemberProblem.Reason.HANDLE_TAKEN;
import static hilft.forum.member.MemberProblem.Reason.INVALID;
import static hilft.forum.member.MemberProblem.Reason.UNKNOWN;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static java.util.Locale.ROOT;

/** What happens to members: they come through Keycloak, name themselves, leave. */
@ApplicationScoped
@Transactional
public class Members {

    private static final String BY_SUBJECT = "select m from Member m where m.subject = :subject";
    private static final String HANDLE_COUNT = "select count(m) from Member m where m.handle = :handle";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Joining joining;

    @Inject
    Clock clock;

    @Inject
    Event<MemberDisabled> disabled;

    @Inject
    Event<MemberDeleted> deleted;

    @Inject
    Event<MemberChanged> changed;

    /** Finds or makes the profile of a verified token and takes over what changed; two first requests make one profile. */
    public MemberView signIn(SignIn signIn) {
        Member member = find(signIn.subject()).orElse(null);
        if (member == null) {
            join(signIn);
            member = find(signIn.subject()).orElseThrow(() -> new MemberProblem(UNKNOWN));
        }
        MemberView before = member.view();
        member.refresh(signIn);
        MemberView view = member.view();
        if (!view.author().equals(before.author())) {
            changed.fire(new MemberChanged(view.id()));
        }
        return view;
    }

    private void join(SignIn signIn) {
        try {
            joining.join(signIn);
        } catch (PersistenceException | jakarta.transaction.TransactionalException joinedMeanwhile) {
            if (find(signIn.subject()).isEmpty()) {
                throw joinedMeanwhile;
            }
        }
    }

    /** Changes the handle, once in a member's life. */
    public MemberView chooseHandle(long memberId, String wanted) {
        String handle = wanted.strip().toLowerCase(ROOT);
        if (!HandleRules.isValid(handle)) {
            throw new MemberProblem(
                    INVALID,
                    List.of(new FieldError("handle", "member.handle_invalid", HandleRules.MIN, HandleRules.MAX)));
        }
        Member member = get(memberId);
        if (!handle.equals(member.handle()) && isTaken(handle)) {
            throw new MemberProblem(HANDLE_TAKEN, List.of(FieldError.of("handle", "member.handle_taken")));
        }
        member.chooseHandle(handle, clock.instant());
        entityManager.flush();
        changed.fire(new MemberChanged(memberId));
        return member.view();
    }

    private boolean isTaken(String handle) {
        return entityManager
                        .createQuery(HANDLE_COUNT, Long.class)
                        .setParameter("handle", handle)
                        .getSingleResult()
                > 0;
    }

    public void prefer(long memberId, String language, boolean mailWanted) {
        get(memberId).prefer("en".equals(language) ? "en" : "de", mailWanted);
    }

    public void disable(String subject) {
        find(subject).filter(member -> !member.isDisabled()).ifPresent(member -> {
            Instant now = clock.instant();
            member.disable(now);
            disabled.fire(new MemberDisabled(member.id(), now));
        });
    }

    public void enable(String subject) {
        find(subject).ifPresent(member -> {
            member.enable();
            changed.fire(new MemberChanged(member.id()));
        });
    }

    /** Leaves an anonymous tombstone: posts and ledger keep the id, everything personal is gone. */
    public void delete(String subject) {
        find(subject).ifPresent(member -> {
            Instant now = clock.instant();
            member.delete(now);
            deleted.fire(new MemberDeleted(member.id(), now));
        });
    }

    /** Serialises the facts about these members until the transaction ends; locks in the order of ids. */
    public void lock(long... memberIds) {
        LongStream.of(memberIds)
                .sorted()
                .distinct()
                .forEach(id -> entityManager.find(Member.class, id, PESSIMISTIC_WRITE));
    }

    private Optional<Member> find(String subject) {
        return entityManager
                .createQuery(BY_SUBJECT, Member.class)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    private Member get(long memberId) {
        return Optional.ofNullable(entityManager.find(Member.class, memberId))
                .orElseThrow(() -> new MemberProblem(UNKNOWN));
    }
}
