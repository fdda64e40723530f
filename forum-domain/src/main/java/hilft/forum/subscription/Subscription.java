package hilft.forum.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That a member follows a question; written by statements that may be repeated, so it is only read as an entity. */
@Entity
@IdClass(Subscription.Key.class)
@Table(name = "subscription")
public class Subscription {

    @Id
    @Column(name = "question_id")
    private long questionId;

    @Id
    @Column(name = "member_id")
    private long memberId;

    protected Subscription() {}

    /** What JPA knows one by. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long questionId;
        private long memberId;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && questionId == key.questionId && memberId == key.memberId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(questionId, memberId);
        }
    }
}
