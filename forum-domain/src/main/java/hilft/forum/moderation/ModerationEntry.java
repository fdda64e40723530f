package hilft.forum.moderation;

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

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

/** One decision in the log; never changed, never removed. */
@Entity
@Table(name = "moderation_entry")
public class ModerationEntry {

    @Id
    @SequenceGenerator(name = "moderation_entry_seq", sequenceName = "moderation_entry_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "moderation_entry_seq")
    private Long id;

    @Column(name = "moderator_id", updatable = false)
    private long moderatorId;

    @Enumerated(STRING)
    @Column(updatable = false)
    private ModerationAction action;

    @Enumerated(STRING)
    @Column(name = "post_type", updatable = false)
    private PostType postType;

    @Column(name = "post_id", updatable = false)
    private long postId;

    @Column(name = "question_id", updatable = false)
    private long questionId;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private String detail;

    @Column(updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected ModerationEntry() {}

    @SuppressWarnings("NullAway.Init")
    private ModerationEntry(PostId post, long questionId, Instant at) {
        this.postType = post.type();
        this.postId = post.id();
        this.questionId = questionId;
        this.at = at;
    }

    static ModerationEntry of(
            long moderatorId,
            ModerationAction action,
            PostId post,
            long questionId,
            String reason,
            String detail,
            Instant at) {
        ModerationEntry entry = new ModerationEntry(post, questionId, at);
        entry.moderatorId = moderatorId;
        entry.action = action;
        entry.reason = reason;
        entry.detail = detail;
        return entry;
    }
}
