package hilft.forum.moderation;

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

/** A member's hint that a post needs a moderator; open until the post is hidden or the hint dismissed. */
@Entity
@Table(name = "flag")
public class Flag {

    /** How a flag ended. */
    enum Outcome {
        UPHELD,
        DISMISSED
    }

    @Id
    @SequenceGenerator(name = "flag_seq", sequenceName = "flag_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "flag_seq")
    private Long id;

    @Enumerated(STRING)
    @Column(name = "post_type", updatable = false)
    private PostType postType;

    @Column(name = "post_id", updatable = false)
    private long postId;

    @Column(name = "question_id", updatable = false)
    private long questionId;

    @Column(name = "reporter_id", updatable = false)
    private long reporterId;

    @Enumerated(STRING)
    @Column(updatable = false)
    private FlagReason reason;

    @Column(updatable = false)
    private String note;

    @Column(name = "flagged_at", updatable = false)
    private Instant flaggedAt;

    @Enumerated(STRING)
    private @Nullable Outcome outcome;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Column(name = "settled_by")
    private @Nullable Long settledBy;

    @SuppressWarnings("NullAway.Init")
    protected Flag() {}

    @SuppressWarnings("NullAway.Init")
    private Flag(Post post, long reporterId, FlagReason reason, String note, Instant now) {
        this.postType = post.id().type();
        this.postId = post.id().id();
        this.questionId = post.questionId();
        this.reporterId = reporterId;
        this.reason = reason;
        this.note = note;
        this.flaggedAt = now;
    }

    static Flag raise(Post post, long reporterId, FlagReason reason, String note, Instant now) {
        return new Flag(post, reporterId, reason, note, now);
    }

    void settle(Outcome how, long moderatorId, Instant now) {
        outcome = how;
        settledAt = now;
        settledBy = moderatorId;
    }

    Long id() {
        return id;
    }

    boolean isOpen() {
        return settledAt == null;
    }

    PostId post() {
        return new PostId(postType, postId);
    }

    long questionId() {
        return questionId;
    }
}
