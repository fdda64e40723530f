package hilft.forum.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

/** Keeps what an edit replaces, in the edit's own transaction; the caller has locked the post. */
@ApplicationScoped
@Transactional(MANDATORY)
public class Revisions {

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    /**
     * Keeps an edit and tells when the text counts as edited: at the edit, or, when that only finishes what was written
     * just now, at the time of the revision it went into, which is empty for a text that had no revision yet.
     */
    public Optional<Instant> keep(Edit edit) {
        Optional<Revision> last = last(edit.post());
        if (isFinishing(last, edit)) {
            last.ifPresent(revision -> revision.write(edit.after()));
            return last.map(Revision::madeAt);
        }
        Revision before = last.orElseGet(() -> first(edit));
        entityManager.persist(before.followedBy(edit));
        return Optional.of(edit.at());
    }

    private Optional<Revision> last(RevisedPost post) {
        return RevisionQueries.of(entityManager, post.questionId(), post.answerId(), "order by r.number desc")
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private static boolean isFinishing(Optional<Revision> last, Edit edit) {
        RevisedPost post = edit.post();
        return RevisionRules.isFinishing(
                last.map(Revision::editorId).orElse(post.authorId()),
                last.map(Revision::madeAt).orElse(post.writtenAt()),
                edit,
                post.reactedAt());
    }

    private Revision first(Edit edit) {
        Revision first = Revision.first(edit);
        entityManager.persist(first);
        return first;
    }
}
