package hilft.forum.member;

import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import hilft.forum.text.Markdown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

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
    private static final String HANDLE_COUNT =
            "select count(m) from Member m where m.handle = :handle and m.id <> :member";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Joining joining;

    @Inject
    HandleOwners owners;

    @Inject
    Markdown markdown;

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

    /**
     * Changes the handle. The one before goes on leading to the member and stays theirs.
     *
     * @throws MemberProblem when it is no handle, is or was somebody else's, or the last change is less than 30 days ago
     */
    public MemberView chooseHandle(long memberId, String wanted) {
        String handle = wanted.strip().toLowerCase(ROOT);
        if (!HandleRules.isValid(handle)) {
            throw new MemberProblem(
                    INVALID,
                    List.of(new FieldError("handle", "member.handle_invalid", HandleRules.MIN, HandleRules.MAX)));
        }
        Member member = get(memberId);
        String before = member.handle();
        if (handle.equals(before)) {
            return member.view();
        }
        Instant now = clock.instant();
        owners.take(before, memberId, now);
        if (isTaken(handle, memberId) || !owners.take(handle, memberId, now)) {
            throw new MemberProblem(HANDLE_TAKEN, List.of(FieldError.of("handle", "member.handle_taken")));
        }
        member.chooseHandle(handle, now);
        entityManager.flush();
        changed.fire(new MemberChanged(memberId));
        return member.view();
    }

    private boolean isTaken(String handle, long memberId) {
        return entityManager
                        .createQuery(HANDLE_COUNT, Long.class)
                        .setParameter("handle", handle)
                        .setParameter("member", memberId)
                        .getSingleResult()
                > 0;
    }

    public void prefer(long memberId, String language, boolean mailWanted, boolean mentionsWanted) {
        get(memberId).prefer("en".equals(language) ? "en" : "de", mailWanted, mentionsWanted);
    }

    /**
     * Changes all that is another than before, or nothing.
     *
     * @param alsoWrong what the caller has found wrong, to be told with the rest
     * @throws MemberProblem with every wrong field, in the order of the page; what is wrong with the handle alone is told as {@link #chooseHandle} does
     */
    public void change(long memberId, ProfileChange change, List<FieldError> alsoWrong) {
        MemberView before = get(memberId).view();
        MemberProfile profile = before.profile();
        List<FieldError> errors = new ArrayList<>(MemberRules.checkAbout(Input.text(change.about())));
        int behindAbout = errors.size();
        errors.addAll(alsoWrong);
        errors.addAll(MemberRules.checkZone(change.zone()));
        if (!change.handle().equals(before.handle())) {
            try {
                chooseHandle(memberId, change.handle());
            } catch (MemberProblem refused) {
                if (errors.isEmpty()) {
                    throw refused;
                }
                errors.addAll(behindAbout, refused.errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new MemberProblem(INVALID, errors);
        }
        if (!change.about().equals(profile.about())) {
            introduce(memberId, change.about());
        }
        if (change.activityShown() != profile.activityShown() || change.searchListed() != profile.searchListed()) {
            show(memberId, change.activityShown(), change.searchListed());
        }
        live(memberId, change.zone());
        prefer(memberId, change.language(), change.mailWanted(), change.mentionsWanted());
    }

    /** Says something about oneself: links, code and emphasis as in comments, at most 600 characters, perhaps nothing. */
    public void introduce(long memberId, @Nullable String typed) {
        String about = Input.text(typed);
        List<FieldError> errors = MemberRules.checkAbout(about);
        if (!errors.isEmpty()) {
            throw new MemberProblem(INVALID, errors);
        }
        get(memberId).introduce(about, about.isEmpty() ? "" : markdown.toLineHtml(about));
        changed.fire(new MemberChanged(memberId));
    }

    /** Chooses what of the profile others and search engines see. */
    public void show(long memberId, boolean activityShown, boolean searchListed) {
        get(memberId).show(activityShown, searchListed);
        changed.fire(new MemberChanged(memberId));
    }

    /**
     * Shows the member by another picture, or by their initials; whether it is theirs is for callers to know.
     *
     * @return what stood for them before
     */
    public Optional<Long> wear(long memberId, @Nullable Long avatarId) {
        Member member = get(memberId);
        Optional<Long> before = Optional.ofNullable(member.profile().avatarId());
        member.wear(avatarId);
        changed.fire(new MemberChanged(memberId));
        return before;
    }

    /** Chooses whose clocks the forum's times follow, by a name such as {@code Europe/Vienna}; empty is the forum's own. */
    public void live(long memberId, String zone) {
        List<FieldError> errors = MemberRules.checkZone(zone);
        if (!errors.isEmpty()) {
            throw new MemberProblem(INVALID, errors);
        }
        get(memberId).live(zone.isEmpty() ? null : zone);
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
            owners.release(member.id());
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
