package hilft.rewards.reputation;

import hilft.forum.question.AnswerAccepted;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.forum.vote.VoteCast;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static java.util.Comparator.comparing;

/** Writes the whole ledger anew from the facts; the result equals what was written while they happened. */
@ApplicationScoped
@Transactional
public class Rebuilds {

    private static final String ACCEPTANCES =
            "select a.id, a.questionId, a.answerId, a.askerId, a.answererId, a.acceptedAt, a.withdrawnAt from Acceptance a";
    private static final String VOTES = """
            select v.id, v.postType, v.postId, v.questionId, v.voterId, v.authorId, v.value, v.castAt, v.withdrawnAt
            from Vote v
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    ForumListener listener;

    @Inject
    Ledger ledger;

    /** What happened at a moment; of two things at the same moment the end of one fact comes before the next begins. */
    private record Step(Instant at, boolean begins, Runnable replay) {}

    public void rebuild() {
        entityManager.createNativeQuery("delete from ledger_entry").executeUpdate();
        entityManager.createNativeQuery("delete from standing").executeUpdate();
        entityManager.clear();
        List<Step> steps = new ArrayList<>();
        entityManager
                .createQuery(ACCEPTANCES, Object[].class)
                .getResultList()
                .forEach(row -> addAcceptance(steps, row));
        entityManager.createQuery(VOTES, Object[].class).getResultList().forEach(row -> addVote(steps, row));
        steps.sort(comparing(Step::at).thenComparing(Step::begins));
        steps.forEach(step -> step.replay().run());
    }

    private void addAcceptance(List<Step> steps, Object[] row) {
        AnswerAccepted event = new AnswerAccepted(
                (Long) row[0], (Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4], (Instant) row[5]);
        steps.add(new Step(event.at(), true, () -> listener.on(event)));
        addEnd(steps, Fact.acceptance(event.acceptanceId()), row[6]);
    }

    private void addVote(List<Step> steps, Object[] row) {
        PostId post = new PostId((PostType) row[1], (Long) row[2]);
        VoteCast event = new VoteCast(
                (Long) row[0], post, (Long) row[3], (Long) row[4], (Long) row[5], (Integer) row[6], (Instant) row[7]);
        steps.add(new Step(event.at(), true, () -> listener.on(event)));
        addEnd(steps, Fact.vote(event.voteId()), row[8]);
    }

    private void addEnd(List<Step> steps, Fact fact, @org.jspecify.annotations.Nullable Object withdrawnAt) {
        if (withdrawnAt instanceof Instant at) {
            steps.add(new Step(at, false, () -> ledger.reverse(fact, at)));
        }
    }
}
