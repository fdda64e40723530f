package hilft.forum.vote;

import hilft.forum.question.Post;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

/** The fact that a member voted a post up (1) or down (−1); withdrawn, it stays with its end. */
@Entity
@Table(name = "vote")
public class Vote {

    @Id
    @SequenceGenerator(name = "vote_seq", sequenceName = "vote_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "vote_seq")
    private Long id;

    @Column(name = "voter_id", updatable = false)
    private long voterId;

    @Column(name = "author_id", updatable = false)
    private long authorId;

    @Enumerated(STRING)
    @Column(name = "post_type", updatable = false)
    private PostType postType;

    @Column(name = "post_id", updatable = false)
    private long postId;

    @Column(name = "question_id", updatable = false)
    private long questionId;

    @Column(updatable = false)
    private int value;

    @Column(name = "cast_at", updatable = false)
    private Instant castAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected Vote() {}

    @SuppressWarnings("NullAway.Init")
    private Vote(Post post, long voterId, int value, Instant now) {
        this.voterId = voterId;
        this.authorId = post.authorId();
        this.postType = post.id().type();
        this.postId = post.id().id();
        this.questionId = post.questionId();
        this.value = value;
        this.castAt = now;
    }

    static Vote cast(Post post, long voterId, int value, Instant now) {
        return new Vote(post, voterId, value, now);
    }

    VoteWithdrawn withdraw(Instant now) {
        withdrawnAt = now;
        return new VoteWithdrawn(id, post(), questionId, voterId, authorId, value, now);
    }

    VoteCast cast() {
        return new VoteCast(id, post(), questionId, voterId, authorId, value, castAt);
    }

    private PostId post() {
        return new PostId(postType, postId);
    }

    int value() {
        return value;
    }
}
