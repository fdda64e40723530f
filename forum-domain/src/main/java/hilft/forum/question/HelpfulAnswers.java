package hilft.forum.question;

import hilft.forum.deadlock.RepeatedAfterDeadlock;
import hilft.forum.member.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import static hilft.forum.question.QuestionProblem.Reason.LOCKED;
import static hilft.forum.question.QuestionProblem.Reason.NOT_ASKER;
import static hilft.forum.question.QuestionProblem.Reason.OWN_ANSWER;
import static hilft.forum.question.QuestionProblem.Reason.UNKNOWN_ANSWER;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

/** What the asker found helpful beside the one solution; any number of answers, each once. */
@ApplicationScoped
@RepeatedAfterDeadlock
@Transactional
public class HelpfulAnswers {

    private static final String CURRENT =
            "select h from HelpfulMark h where h.answerId = :answer and h.withdrawnAt is null";
    private static final String SHOW = "update answer set helpful = ? where id = ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    Event<AnswerFoundHelpful> found;

    @Inject
    Event<HelpfulMarkWithdrawn> withdrawn;

    /** Marking twice is marking once. */
    public void mark(long answerId, Viewer asker) {
        Answer answer = getToMark(answerId, asker);
        if (current(answerId).isEmpty()) {
            HelpfulMark mark = HelpfulMark.of(answer.question(), answer, clock.instant());
            entityManager.persist(mark);
            entityManager.flush();
            show(answerId, true);
            found.fire(mark.found());
        }
    }

    /** Without a mark nothing changes. */
    public void withdraw(long answerId, Viewer asker) {
        getToMark(answerId, asker);
        current(answerId).ifPresent(mark -> {
            Instant now = clock.instant();
            mark.withdraw(now);
            entityManager.flush();
            show(answerId, false);
            withdrawn.fire(mark.withdrawn(now));
        });
    }

    private Answer getToMark(long answerId, Viewer asker) {
        Answer answer = Optional.ofNullable(entityManager.find(Answer.class, answerId))
                .filter(found -> !found.isHidden() && !found.question().isHidden())
                .orElseThrow(() -> new QuestionProblem(UNKNOWN_ANSWER));
        Question question = answer.question();
        // the same lock as for accepting, so that two presses come one after the other
        entityManager.lock(question, PESSIMISTIC_WRITE);
        if (!asker.is(question.authorId())) {
            throw new QuestionProblem(NOT_ASKER);
        }
        if (!QuestionRules.mayCallHelpful(asker, question.authorId(), answer.authorId())) {
            throw new QuestionProblem(OWN_ANSWER);
        }
        if (question.isLocked()) {
            throw new QuestionProblem(LOCKED);
        }
        return answer;
    }

    private Optional<HelpfulMark> current(long answerId) {
        return entityManager
                .createQuery(CURRENT, HelpfulMark.class)
                .setParameter("answer", answerId)
                .getResultStream()
                .findFirst();
    }

    private void show(long answerId, boolean helpful) {
        entityManager
                .createNativeQuery(SHOW)
                .setParameter(1, helpful)
                .setParameter(2, answerId)
                .executeUpdate();
    }
}
