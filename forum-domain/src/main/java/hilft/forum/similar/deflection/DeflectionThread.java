package hilft.forum.similar.deflection;

import hilft.forum.similar.calibration.SimilarDecision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A thread that was shown to somebody who began a question, and what came of it; as in {@link Deflection}, facts are only added. */
@Entity
@Table(name = "deflection_thread")
@IdClass(DeflectionThread.Key.class)
public class DeflectionThread {

    @Id
    private String token;

    @Id
    @Column(name = "question_id")
    private long questionId;

    @Column(updatable = false)
    private LocalDate day;

    private boolean opened;
    private boolean solved;

    @Column(name = "me_too")
    private boolean meToo;

    @Column(name = "judged_in")
    private @Nullable String judgedIn;

    private @Nullable String features;

    @SuppressWarnings("NullAway.Init")
    protected DeflectionThread() {}

    private DeflectionThread(String token, long questionId, LocalDate day) {
        this.token = token;
        this.questionId = questionId;
        this.day = day;
    }

    static DeflectionThread show(Asking asking, long questionId, LocalDate day) {
        return new DeflectionThread(asking.token(), questionId, day);
    }

    /** As it was judged when it was opened first. */
    void open(@Nullable Judgement judgement) {
        opened = true;
        if (features == null && judgement != null) {
            features = judgement.features().toString();
            judgedIn = judgement.language();
        }
    }

    void solve() {
        opened = true;
        solved = true;
    }

    void sayMeToo() {
        opened = true;
        meToo = true;
    }

    long questionId() {
        return questionId;
    }

    /** What was decided about it, if it is known by which figures it had been judged. */
    Optional<SimilarDecision> decision(boolean accepted) {
        return features == null || judgedIn == null
                ? Optional.empty()
                : Optional.of(new SimilarDecision(judgedIn, features, accepted));
    }

    boolean isOpened() {
        return opened;
    }

    /** Whether somebody said that it is what they wanted to ask. */
    boolean isAccepted() {
        return solved || meToo;
    }

    /** EclipseLink wants a class with a no-arg constructor here, so this is no record. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        private String token = "";
        private long questionId;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.questionId == questionId && key.token.equals(token);
        }

        @Override
        public int hashCode() {
            return Objects.hash(token, questionId);
        }
    }
}
