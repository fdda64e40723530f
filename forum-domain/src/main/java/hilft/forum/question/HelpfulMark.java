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

/** The fact that an answer beside the solution helped the asker; withdrawn, it stays with its end. */
@Entity
@Table(name = "helpful_mark")
public class HelpfulMark {

    @Id
    @SequenceGenerator(name = "helpful_mark_seq", sequenceName = "helpful_mark_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "helpful_mark_seq")
    private Long id;

    @Column(name = "question_id", updatable = false)
    private long questionId;

    @Column(name = "answer_id", updatable = false)
    private long answerId;

    @Column(name = "asker_id", updatable = false)
    private long askerId;

    @Column(name = "answerer_id", updatable = false)
    private long answererId;

    @Column(name = "marked_at", updatable = false)
    private Instant markedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected HelpfulMark() {}

    @SuppressWarnings("NullAway.Init")
    private HelpfulMark(long questionId, long answerId, long askerId, long answererId, Instant markedAt) {
        this.questionId = questionId;
        this.answerId = answerId;
        this.askerId = askerId;
        this.answererId = answererId;
        this.markedAt = markedAt;
    }

    static HelpfulMark of(Question question, Answer answer, Instant now) {
        return new HelpfulMark(question.id(), answer.id(), question.authorId(), answer.authorId(), now);
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    AnswerFoundHelpful found() {
        return new AnswerFoundHelpful(id, questionId, answerId, askerId, answererId, markedAt);
    }

    HelpfulMarkWithdrawn withdrawn(Instant now) {
        return new HelpfulMarkWithdrawn(id, questionId, answerId, askerId, answererId, now);
    }
}
