package hilft.forum.notification;

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

/** One piece of news for one member: told on the site at once, by mail through the outbox, read once. */
@Entity
@Table(name = "notification")
public class Notification {

    @Id
    @SequenceGenerator(name = "notification_seq", sequenceName = "notification_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "notification_seq")
    private Long id;

    @Column(name = "member_id", updatable = false)
    private long memberId;

    @Enumerated(STRING)
    @Column(updatable = false)
    private NotificationKind kind;

    @Column(name = "question_id", updatable = false)
    private @Nullable Long questionId;

    /** What the news is about where it is about no question, in the member's language. */
    @Column(updatable = false)
    private @Nullable String title;

    @Column(updatable = false)
    private @Nullable String path;

    @Column(name = "answer_id", updatable = false)
    private @Nullable Long answerId;

    @Column(name = "comment_id", updatable = false)
    private @Nullable Long commentId;

    @Column(name = "actor_id", updatable = false)
    private @Nullable Long actorId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** Until then nobody sees it; null is at once. */
    @Column(name = "told_at", updatable = false)
    private @Nullable Instant toldAt;

    @Column(name = "read_at")
    private @Nullable Instant readAt;

    @SuppressWarnings("NullAway.Init")
    protected Notification() {}

    @SuppressWarnings("NullAway.Init")
    private Notification(long memberId, NotificationKind kind, Instant createdAt) {
        this.memberId = memberId;
        this.kind = kind;
        this.createdAt = createdAt;
    }

    /** @param post what is new in the question, or null for the question itself */
    static Notification of(
            long memberId,
            NotificationKind kind,
            long questionId,
            @Nullable PostId post,
            @Nullable Long actorId,
            Instant at) {
        Notification notification = new Notification(memberId, kind, at);
        notification.questionId = questionId;
        if (post != null && post.type() == PostType.ANSWER) {
            notification.answerId = post.id();
        } else if (post != null && post.type() == PostType.COMMENT) {
            notification.commentId = post.id();
        }
        notification.actorId = actorId;
        return notification;
    }

    /** News about something else than a question, which is found at a path of the forum. */
    static Notification of(long memberId, NotificationKind kind, String title, String path, Instant at) {
        Notification notification = new Notification(memberId, kind, at);
        notification.title = title;
        notification.path = path;
        return notification;
    }

    Notification toldAt(Instant at) {
        toldAt = at;
        return this;
    }

    Long id() {
        return id;
    }
}
