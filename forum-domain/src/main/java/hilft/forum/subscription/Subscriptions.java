package hilft.forum.subscription;

import hilft.forum.deadlock.RepeatedAfterDeadlock;
import hilft.forum.question.FollowReason;
import hilft.forum.question.MeTooSaid;
import hilft.forum.question.MeTooWithdrawn;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionAsked;
import hilft.forum.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Who follows a question; both ways are repeatable. */
@ApplicationScoped
@RepeatedAfterDeadlock
@Transactional
public class Subscriptions {

    private static final String SUBSCRIBE =
            "insert ignore into subscription (question_id, member_id, since, reason) values (?, ?, ?, ?)";
    private static final String UNSUBSCRIBE = "delete from subscription where question_id = ? and member_id = ?";
    private static final String UNSUBSCRIBE_ME_TOO = UNSUBSCRIBE + " and reason = 'ME_TOO'";
    private static final String SUBSCRIBERS =
            "select member_id from subscription where question_id = ? order by member_id";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Questions questions;

    @Inject
    Clock clock;

    public void subscribe(long questionId, long memberId) {
        questions.getPost(PostId.question(questionId));
        insert(questionId, memberId, clock.instant(), FollowReason.CHOSEN);
    }

    public void unsubscribe(long questionId, long memberId) {
        delete(UNSUBSCRIBE, questionId, memberId);
    }

    private void delete(String statement, long questionId, long memberId) {
        entityManager
                .createNativeQuery(statement)
                .setParameter(1, questionId)
                .setParameter(2, memberId)
                .executeUpdate();
    }

    void on(@Observes QuestionAsked event) {
        insert(event.questionId(), event.askerId(), event.at(), FollowReason.ASKED);
    }

    void on(@Observes MeTooSaid event) {
        insert(event.questionId(), event.memberId(), event.at(), FollowReason.ME_TOO);
    }

    /** Whoever follows for another reason goes on. */
    void on(@Observes MeTooWithdrawn event) {
        delete(UNSUBSCRIBE_ME_TOO, event.questionId(), event.memberId());
    }

    private void insert(long questionId, long memberId, Instant since, FollowReason reason) {
        entityManager
                .createNativeQuery(SUBSCRIBE)
                .setParameter(1, questionId)
                .setParameter(2, memberId)
                .setParameter(3, LocalDateTime.ofInstant(since, ZoneOffset.UTC))
                .setParameter(4, reason.name())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    public List<Long> subscribers(long questionId) {
        List<Number> ids = entityManager
                .createNativeQuery(SUBSCRIBERS)
                .setParameter(1, questionId)
                .getResultList();
        return ids.stream().map(Number::longValue).toList();
    }
}
