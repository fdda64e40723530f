package hilft.forum.notification;

import hilft.forum.block.Blocks;
import hilft.forum.comment.CommentEdited;
import hilft.forum.comment.CommentWithdrawn;
import hilft.forum.comment.CommentWritten;
import hilft.forum.delivery.Outbox;
import hilft.forum.mention.Mentions;
import hilft.forum.moderation.PostHidden;
import hilft.forum.question.AnswerAccepted;
import hilft.forum.question.AnswerEdited;
import hilft.forum.question.AnswerFoundHelpful;
import hilft.forum.question.AnswerWithdrawn;
import hilft.forum.question.AnswerWritten;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.forum.question.QuestionAsked;
import hilft.forum.question.QuestionEdited;
import hilft.forum.question.QuestionWithdrawn;
import hilft.forum.question.SolutionCheckAnswered;
import hilft.forum.question.SolutionCheckWanted;
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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static hilft.forum.notification.NotificationKind.ANSWER_ACCEPTED;
import static hilft.forum.notification.NotificationKind.ANSWER_HELPFUL;
import static hilft.forum.notification.NotificationKind.ANSWER_WRITTEN;
import static hilft.forum.notification.NotificationKind.COMMENT_RECEIVED;
import static hilft.forum.notification.NotificationKind.COMMENT_WRITTEN;
import static hilft.forum.notification.NotificationKind.MENTIONED;
import static hilft.forum.notification.NotificationKind.POST_HIDDEN;
import static hilft.forum.notification.NotificationKind.SOLUTION_CHECK;

/** Tells members what happened, in the transaction in which it happened; nobody hears of their own doing or of whom they blocked. */
@ApplicationScoped
@Transactional
public class Notifications {

    /** The kind of outbox job whose id is a notification's. */
    public static final String MAIL = "notification-mail";

    private static final String READ_ALL =
            "update Notification n set n.readAt = :now where n.memberId = :member and n.readAt is null and (n.toldAt is null or n.toldAt <= :now)";
    private static final String READ =
            "update Notification n set n.readAt = :now where n.memberId = :member and n.readAt is null and n.id = :id";
    private static final String READ_KIND = """
            update Notification n set n.readAt = :now
            where n.memberId = :member and n.readAt is null and n.questionId = :question and n.kind = :kind and n.id <= :latest
            """;
    private static final String READ_QUESTION =
            "update Notification n set n.readAt = :now where n.memberId = :member and n.readAt is null and n.questionId = :question";

    private static final String READ_CHECK =
            "update Notification n set n.readAt = :now where n.memberId = :member and n.readAt is null and n.kind = :kind and n.answerId = :answer";
    private static final String TOLD =
            "select count(n) from Notification n where n.memberId = :member and n.kind = :kind and n.answerId = :answer";
    private static final String FORGET_MENTIONS =
            "delete from Notification n where n.memberId in :members and n.kind = :kind and n.questionId = :question";
    private static final String TOLD_OF_ANSWER =
            "select n.memberId from Notification n where n.answerId = :id and n.memberId in :members";
    private static final String TOLD_OF_COMMENT =
            "select n.memberId from Notification n where n.commentId = :id and n.memberId in :members";
    private static final String FORGET_ANSWER =
            "delete from Notification n where n.answerId = :id and n.kind in :kinds";
    private static final String FORGET_COMMENT = "delete from Notification n where n.commentId = :id";

    private static final String READ_PATH =
            "update Notification n set n.readAt = :now where n.memberId = :member and n.readAt is null and n.path = :path";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Blocks blocks;

    @Inject
    Mentions mentions;

    @Inject
    Outbox outbox;

    @Inject
    UndoTime undo;

    @Inject
    Clock clock;

    void on(@Observes QuestionAsked event) {
        long asker = event.askerId();
        tellNamed(PostId.question(event.questionId()), event.questionId(), asker, asker, event.at());
    }

    void on(@Observes QuestionEdited event) {
        PostId question = PostId.question(event.questionId());
        tellNamed(question, event.questionId(), event.askerId(), event.editorId(), event.at());
    }

    void on(@Observes AnswerWritten event) {
        PostId answer = PostId.answer(event.answerId());
        long answerer = event.answererId();
        subscriptions.subscribers(event.questionId()).stream()
                .filter(member -> member != answerer)
                .forEach(member -> tell(member, ANSWER_WRITTEN, event.questionId(), answer, answerer, event.at()));
        tellNamed(answer, event.questionId(), answerer, answerer, event.at());
    }

    void on(@Observes AnswerEdited event) {
        PostId answer = PostId.answer(event.answerId());
        tellNamed(answer, event.questionId(), event.answererId(), event.editorId(), event.at());
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
        tellNamed(comment, event.questionId(), event.authorId(), event.authorId(), event.at());
    }

    void on(@Observes CommentEdited event) {
        PostId comment = PostId.comment(event.commentId());
        tellNamed(comment, event.questionId(), event.authorId(), event.authorId(), event.at());
    }

    /** Whoever has been told of the post for another reason is not told of it again. */
    private void tellNamed(PostId post, long questionId, long authorId, long writerId, Instant at) {
        List<Long> named = mentions.take(post, List.of(authorId, writerId), at);
        if (!named.isEmpty()) {
            Set<Long> told = told(post, named);
            named.stream()
                    .filter(member -> !told.contains(member))
                    .forEach(member -> tell(member, MENTIONED, questionId, post, writerId, at));
        }
    }

    private Set<Long> told(PostId post, List<Long> members) {
        return post.type() == PostType.QUESTION
                ? Set.of()
                : Set.copyOf(entityManager
                        .createQuery(post.type() == PostType.ANSWER ? TOLD_OF_ANSWER : TOLD_OF_COMMENT, Long.class)
                        .setParameter("id", post.id())
                        .setParameter("members", members)
                        .getResultList());
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

    /** A second mark of the same answer tells nothing new. */
    void on(@Observes AnswerFoundHelpful event) {
        PostId answer = PostId.answer(event.answerId());
        boolean told = entityManager
                        .createQuery(TOLD, Long.class)
                        .setParameter("member", event.answererId())
                        .setParameter("kind", ANSWER_HELPFUL)
                        .setParameter("answer", event.answerId())
                        .getSingleResult()
                > 0;
        if (!told) {
            tell(event.answererId(), ANSWER_HELPFUL, event.questionId(), answer, event.askerId(), event.at());
        }
    }

    void on(@Observes SolutionCheckWanted event) {
        PostId solution = PostId.answer(event.answerId());
        tell(event.memberId(), SOLUTION_CHECK, event.questionId(), solution, null, event.at());
    }

    /** Who has said what they were asked has read it. */
    void on(@Observes SolutionCheckAnswered event) {
        entityManager
                .createQuery(READ_CHECK)
                .setParameter("now", event.at())
                .setParameter("member", event.memberId())
                .setParameter("kind", SOLUTION_CHECK)
                .setParameter("answer", event.answerId())
                .executeUpdate();
    }

    /** What nobody is to read calls nobody. */
    void on(@Observes PostHidden event) {
        forgetMentions(event.post(), event.questionId());
        if (event.authorId() != event.moderatorId()) {
            tell(event.authorId(), POST_HIDDEN, event.questionId(), event.post(), null, event.at());
        }
    }

    /** What has been taken back is told to nobody; a mail on its way finds nothing to tell. */
    void on(@Observes AnswerWithdrawn event) {
        entityManager
                .createQuery(FORGET_ANSWER)
                .setParameter("id", event.answerId())
                .setParameter("kinds", List.of(ANSWER_WRITTEN, MENTIONED))
                .executeUpdate();
    }

    void on(@Observes QuestionWithdrawn event) {
        forgetMentions(PostId.question(event.questionId()), event.questionId());
    }

    private void forgetMentions(PostId post, long questionId) {
        List<Long> named = mentions.named(post);
        if (!named.isEmpty()) {
            String which = switch (post.type()) {
                case QUESTION -> " and n.answerId is null and n.commentId is null";
                case ANSWER -> " and n.answerId = " + post.id();
                case COMMENT -> " and n.commentId = " + post.id();
            };
            entityManager
                    .createQuery(FORGET_MENTIONS + which)
                    .setParameter("members", named)
                    .setParameter("kind", MENTIONED)
                    .setParameter("question", questionId)
                    .executeUpdate();
        }
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
        if (actorId != null && blocks.isBlocked(memberId, actorId)) {
            return;
        }
        Duration later = kind.isAboutWriting() ? undo.time() : Duration.ZERO;
        Notification notification =
                Notification.of(memberId, kind, questionId, post, actorId, at).toldAt(at.plus(later));
        entityManager.persist(notification);
        entityManager.flush();
        outbox.add(MAIL, notification.id(), later);
    }

    /** What the member has not been told yet stays news. */
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

    /** Who sees news that lead nowhere any more, like those of what was hidden, has read them. */
    public void readGroup(NotificationGroup group, long memberId) {
        NotificationView latest = group.latest();
        if (latest.questionId() == null) {
            read(latest.id(), memberId);
            return;
        }
        entityManager
                .createQuery(READ_KIND)
                .setParameter("now", clock.instant())
                .setParameter("member", memberId)
                .setParameter("question", latest.questionId())
                .setParameter("kind", latest.kind())
                .setParameter("latest", latest.id())
                .executeUpdate();
    }

    /** Who opens a thread has read its news, even what they would only be told in some seconds. */
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
