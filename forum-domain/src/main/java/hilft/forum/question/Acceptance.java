package hilft.forum.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.GenerationType.SEQUENCE;

/** The fact that an asker took an answer as the solution; withdrawn, it stays with its end. */
@Entity
@Table(name = "acceptance")
public class Acceptance {

    @Id
    @SequenceGenerator(name = "acceptance_seq", sequenceName = "acceptance_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "acceptance_seq")
    private Long id;

    @Column(name = "question_id", updatable = false)
    private long questionId;

    @Column(name = "answer_id", updatable = false)
    private long answerId;

    @Column(name = "asker_id", updatable = false)
    private long askerId;

    @Column(name = "answerer_id", updatable = false)
    private long answererId;

    @Column(name = "accepted_at", updatable = false)
    private Instant acceptedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected Acceptance() {}

    @SuppressWarnings("NullAway.Init")
    private Acceptance(long questionId, long answerId, long askerId, long answererId, Instant acceptedAt) {
        this.questionId = questionId;
        this.answerId = answerId;
        this.askerId = askerId;
        this.answererId = answererId;
        this.acceptedAt = acceptedAt;
    }

    static Acceptance of(Question question, Answer answer, Instant now) {
        return new Acceptance(question.id(), answer.id(), question.authorId(), answer.authorId(), now);
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    long answererId() {
        return answererId;
    }

    AnswerAccepted accepted() {
        return new AnswerAccepted(id, questionId, answerId, askerId, answererId, acceptedAt);
    }

    AnswerUnaccepted unaccepted(Instant now) {
        return new AnswerUnaccepted(id, questionId, answerId, askerId, answererId, now);
    }
}
