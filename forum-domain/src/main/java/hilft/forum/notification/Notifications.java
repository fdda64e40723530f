package hilft.forum.notification;

import hilft.forum.comment.CommentWithdrawn;
import hilft.forum.comment.CommentWritten;
import hilft.forum.delivery.Outbox;
import hilft.forum.moderation.PostHidden;
import hilft.forum.question.AnswerAccepted;
import hilft.forum.question.AnswerWithdrawn;
import hilft.forum.question.AnswerWritten;
import hilft.forum.question.PostId;
import hilft.forum.question.UndoTime;
import hilft.forum.subscription.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

import static hilft.forum.notification.NotificationKind.ANSWER_ACCEPTED;
import static hilft.forum.notification.NotificationKind.ANSWER_WRITTEN;
import static hilft.forum.notification.NotificationKind.COMMENT_RECEIVED;
import static hilft.forum.notification.NotificationKind.COMMENT_WRITTEN;
import static hilft.forum.notification.NotificationKind.POST_HIDDEN;

/** Tells members what happened, in the transaction in which it happened; nobody is told of their own doing. */
@ApplicationScoped
@Transactional
public class Notifications {

    /** The kind of outbox job whose id is a notification's. */
    public static final String MAIL = "notification-mail";

    private static final String READ_ALL =
            "update Notification n set n.readAt = :now where n.memberId = :member and n.readAt is null";
    private static final String READ =
            "update Notification n set n.readAt = :now where n.memberId = :member and n.readAt is null and n.id = :id";
    private static final String READ_QUESTION =
            "update Notification n set n.readAt = :now where n.memberId = :member and n.readAt is null and n.questionId = :question";

    private static final String FORGET_ANSWER = "delete from Notification n where n.answerId = :id and n.kind = :kind";
    private static final String FORGET_COMMENT = "delete from Notification n where n.commentId = :id";

    private static final String READ_PATH =
            "update Notification n set n.readAt = :now where n.memberId = :member and n.readAt is null and n.path = :path";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Outbox outbox;

    @Inject
    UndoTime undo;

    @Inject
    Clock clock;

    void on(@Observes AnswerWritten event) {
        subscriptions.subscribers(event.questionId()).stream()
                .filter(member -> member != event.answererId())
                .forEach(member -> tell(
                        member,
                        ANSWER_WRITTEN,
                        event.questionId(),
                        PostId.answer(event.answerId()),
                        event.answererId(),
                        event.at()));
    }

    /** Whose post it is hears of it once, whether following or not. */
    void on(@Observes CommentWritten event) {
        PostId comment = PostId.comment(event.commentId());
        if (event.postAuthorId() != event.authorId()) {
            tell(event.postAuthorId(), COMMENT_RECEIVED, event.questionId(), comment, event.authorId(), event.at());
        }
        subscriptions.subscribers(event.questionId()).stream()
                .filter(member -> member != event.authorId() && member != event.postAuthorId())
                .forEach(member ->
                        tell(member, COMMENT_WRITTEN, event.questionId(), comment, event.authorId(), event.at()));
    }

    void on(@Observes AnswerAccepted event) {
        if (event.answererId() != event.askerId()) {
            tell(
                    event.answererId(),
                    ANSWER_ACCEPTED,
                    event.questionId(),
                    PostId.answer(event.answerId()),
                    event.askerId(),
                    event.at());
        }
    }

    void on(@Observes PostHidden event) {
        if (event.authorId() != event.moderatorId()) {
            tell(event.authorId(), POST_HIDDEN, event.questionId(), event.post(), null, event.at());
        }
    }

    /** What has been taken back is told to nobody; a mail on its way finds nothing to tell. */
    void on(@Observes AnswerWithdrawn event) {
        entityManager
                .createQuery(FORGET_ANSWER)
                .setParameter("id", event.answerId())
                .setParameter("kind", ANSWER_WRITTEN)
                .executeUpdate();
    }

    void on(@Observes CommentWithdrawn event) {
        entityManager
                .createQuery(FORGET_COMMENT)
                .setParameter("id", event.commentId())
                .executeUpdate();
    }

    /**
     * Tells a member on the site alone; whoever has more to say about it sends a mail of its own.
     *
     * @param title what it is about, in the member's language, at most 150 characters
     * @param path where that is, from the root of the forum, at most 200 characters
     */
    public void tell(long memberId, NotificationKind kind, String title, String path) {
        entityManager.persist(Notification.of(memberId, kind, title, path, clock.instant()));
    }

    private void tell(
            long memberId, NotificationKind kind, long questionId, PostId post, @Nullable Long actorId, Instant at) {
        Duration later = kind.isAboutWriting() ? undo.time() : Duration.ZERO;
        Notification notification =
                Notification.of(memberId, kind, questionId, post, actorId, at).toldAt(at.plus(later));
        entityManager.persist(notification);
        entityManager.flush();
        outbox.add(MAIL, notification.id(), later);
    }

    public void readAll(long memberId) {
        entityManager
                .createQuery(READ_ALL)
                .setParameter("now", clock.instant())
                .setParameter("member", memberId)
                .executeUpdate();
    }

    public void read(long notificationId, long memberId) {
        entityManager
                .createQuery(READ)
                .setParameter("now", clock.instant())
                .setParameter("member", memberId)
                .setParameter("id", notificationId)
                .executeUpdate();
    }

    /** Who opens a thread has read its news. */
    public void readQuestion(long questionId, long memberId) {
        entityManager
                .createQuery(READ_QUESTION)
                .setParameter("now", clock.instant())
                .setParameter("member", memberId)
                .setParameter("question", questionId)
                .executeUpdate();
    }

    /** Who opens a page has read the news that lead there. */
    public void readPath(String path, long memberId) {
        entityManager
                .createQuery(READ_PATH)
                .setParameter("now", clock.instant())
                .setParameter("member", memberId)
                .setParameter("path", path)
                .executeUpdate();
    }
}
