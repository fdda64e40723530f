package hilft.forum.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** A member with the same problem. */
@Entity
@Table(name = "me_too")
@IdClass(MeToo.Key.class)
public class MeToo {

    @Id
    @Column(name = "question_id")
    private long questionId;

    @Id
    @Column(name = "member_id")
    private long memberId;

    @Column(name = "said_at")
    private Instant saidAt;

    @SuppressWarnings("NullAway.Init")
    protected MeToo() {}

    private MeToo(long questionId, long memberId, Instant saidAt) {
        this.questionId = questionId;
        this.memberId = memberId;
        this.saidAt = saidAt;
    }

    static MeToo say(long questionId, long memberId, Instant now) {
        return new MeToo(questionId, memberId, now);
    }

    /** EclipseLink wants a class with a no-arg constructor here, so this is no record. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        private long questionId;
        private long memberId;

        public Key() {}

        Key(long questionId, long memberId) {
            this.questionId = questionId;
            this.memberId = memberId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.questionId == questionId && key.memberId == memberId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(questionId, memberId);
        }
    }
}
