package hilft.forum.draft;

import hilft.forum.attachment.AttachmentPlace;
import hilft.forum.attachment.Attachments;
import hilft.forum.member.MemberDeleted;
import hilft.forum.member.Members;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Markdown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static hilft.forum.draft.DraftProblem.Reason.INVALID;
import static hilft.forum.draft.DraftProblem.Reason.TOO_MANY;
import static hilft.forum.draft.DraftProblem.Reason.UNKNOWN;

/** What members do with their drafts; another's draft is as unknown as one that never was. */
@ApplicationScoped
@Transactional
public class Drafts {

    private static final String AT =
            "select d from Draft d where d.memberId = :member and d.place = :place and d.removedAt is null";
    private static final String COUNT =
            "select count(d) from Draft d where d.memberId = :member and d.removedAt is null";
    private static final String OF_MEMBER = "select d from Draft d where d.memberId = :member";
    private static final String OLD = """
            select d from Draft d where d.savedAt < :saved or (d.removedAt is not null and d.removedAt < :removed) order by d.id
            """;
    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Members members;

    @Inject
    Markdown markdown;

    @Inject
    Attachments attachments;

    @Inject
    Clock clock;

    /**
     * Saves a text at a place. Its own draft is written anew, wherever that stands by now; a draft there that the window has not
     * seen is put aside.
     *
     * @throws DraftProblem when there is no such place, a field is too long ({@link DraftRules}), or the member has as many
     *     drafts as anybody may
     */
    public DraftSaved save(long memberId, String place, DraftText typed, DraftSeen seen) {
        DraftPlace wanted = DraftPlace.find(place)
                .orElseThrow(() -> new DraftProblem(INVALID, FieldError.of("place", "draft.place_unknown")));
        DraftText text = typed.clean();
        List<FieldError> errors = DraftRules.check(text);
        if (!errors.isEmpty()) {
            throw new DraftProblem(INVALID, errors);
        }
        // two windows of one member, one after the other
        members.lock(memberId);
        Draft own = find(seen.id(), memberId)
                .filter(draft -> !draft.isRemoved() && draft.place().isAt(wanted.base()))
                .filter(draft -> DraftRules.mayGoOn(seen, draft.writer(), draft.version()))
                .orElse(null);
        if (own == null) {
            return begin(memberId, wanted, text, seen);
        }
        write(own, text, seen.writer());
        return new DraftSaved(own.view(), null);
    }

    private DraftSaved begin(long memberId, DraftPlace place, DraftText text, DraftSeen seen) {
        Draft there = at(memberId, place).orElse(null);
        if (there != null
                && (there.text().equals(text)
                        || (!seen.writer().isEmpty() && seen.writer().equals(there.writer())))) {
            // sent again after an answer that was lost
            write(there, text, seen.writer());
            return new DraftSaved(there.view(), null);
        }
        if (count(memberId) >= DraftRules.MOST) {
            throw new DraftProblem(TOO_MANY);
        }
        if (there != null) {
            there.setAside();
            entityManager.flush();
        }
        Draft draft = Draft.begin(memberId, place, text, seen.writer(), clock.instant());
        entityManager.persist(draft);
        write(draft, text, seen.writer());
        return new DraftSaved(draft.view(), there == null ? null : there.id());
    }

    private void write(Draft draft, DraftText text, String writer) {
        draft.write(text, writer, clock.instant());
        entityManager.flush();
        attachments.use(
                AttachmentPlace.DRAFT,
                draft.id(),
                attachments.pictures(markdown, text.body(), draft.memberId()).values());
    }

    private long count(long memberId) {
        return entityManager
                .createQuery(COUNT, Long.class)
                .setParameter("member", memberId)
                .getSingleResult();
    }

    private Optional<Draft> at(long memberId, DraftPlace place) {
        return entityManager
                .createQuery(AT, Draft.class)
                .setParameter("member", memberId)
                .setParameter("place", place.name())
                .getResultStream()
                .findFirst();
    }

    private Optional<Draft> find(long id, long memberId) {
        return id <= 0
                ? Optional.empty()
                : Optional.ofNullable(entityManager.find(Draft.class, id))
                        .filter(draft -> draft.memberId() == memberId);
    }

    /** It has become a post, or its author has emptied it: nothing of it stays. What is gone already stays gone. */
    public void discard(long id, long memberId) {
        find(id, memberId).ifPresent(this::erase);
    }

    /** Throws a draft away; {@link #recall} gets it back for a day. */
    public void remove(long id, long memberId) {
        find(id, memberId).filter(draft -> !draft.isRemoved()).ifPresent(draft -> draft.remove(clock.instant()));
    }

    public DraftView recall(long id, long memberId) {
        members.lock(memberId);
        Draft draft = find(id, memberId).orElseThrow(() -> new DraftProblem(UNKNOWN));
        if (draft.isRemoved()) {
            if (count(memberId) >= DraftRules.MOST) {
                throw new DraftProblem(TOO_MANY);
            }
            draft.recall(at(memberId, draft.place().base()).isEmpty());
            entityManager.flush();
        }
        return draft.view();
    }

    void on(@Observes MemberDeleted event) {
        entityManager
                .createQuery(OF_MEMBER, Draft.class)
                .setParameter("member", event.memberId())
                .getResultList()
                .forEach(this::erase);
    }

    /** Erases what nobody has changed for {@link DraftRules#KEPT}, and what was thrown away a day ago. */
    public void forget() {
        Instant now = clock.instant();
        entityManager
                .createQuery(OLD, Draft.class)
                .setParameter("saved", now.minus(DraftRules.KEPT))
                .setParameter("removed", now.minus(DraftRules.RECALLABLE))
                .setMaxResults(AT_ONCE)
                .getResultList()
                .forEach(this::erase);
    }

    private void erase(Draft draft) {
        attachments.use(AttachmentPlace.DRAFT, draft.id(), List.of());
        entityManager.remove(draft);
    }
}
