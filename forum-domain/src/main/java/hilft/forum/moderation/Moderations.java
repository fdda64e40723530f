package hilft.forum.moderation;

import hilft.forum.deadlock.RepeatedAfterDeadlock;
import hilft.forum.member.Viewer;
import hilft.forum.question.Post;
import hilft.forum.question.PostId;
import hilft.forum.question.Questions;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import static hilft.forum.moderation.ModerationAction.DISMISS;
import static hilft.forum.moderation.ModerationAction.HIDE;
import static hilft.forum.moderation.ModerationAction.LOCK;
import static hilft.forum.moderation.ModerationAction.MOVE;
import static hilft.forum.moderation.ModerationAction.RESTORE;
import static hilft.forum.moderation.ModerationAction.UNLOCK;
import static hilft.forum.moderation.ModerationProblem.Reason.INVALID;
import static hilft.forum.moderation.ModerationProblem.Reason.NOT_MODERATOR;
import static hilft.forum.moderation.ModerationProblem.Reason.UNKNOWN_FLAG;

/** What moderators decide; each decision is one row of the log, in the same transaction, and deciding it again is none. */
@ApplicationScoped
@RepeatedAfterDeadlock
@Transactional
public class Moderations {

    private static final int REASON_MIN = 3;
    private static final int REASON_MAX = 1000;
    private static final String OPEN_FLAGS =
            "select f from Flag f where f.postType = :type and f.postId = :post and f.settledAt is null";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Posts posts;

    @Inject
    Questions questions;

    @Inject
    Clock clock;

    @Inject
    Event<PostHidden> hidden;

    @Inject
    Event<PostRestored> restored;

    /** Hides a post everywhere and upholds its open flags. */
    public void hide(PostId postId, String reason, Viewer moderator) {
        String why = check(reason, postId, moderator);
        posts.hide(postId).ifPresent(post -> {
            settle(postId, Flag.Outcome.UPHELD, moderator);
            log(HIDE, post, why, "", moderator);
            hidden.fire(new PostHidden(postId, post.questionId(), post.authorId(), moderator.id(), clock.instant()));
        });
    }

    public void restore(PostId postId, String reason, Viewer moderator) {
        String why = check(reason, postId, moderator);
        posts.restore(postId).ifPresent(post -> {
            log(RESTORE, post, why, "", moderator);
            restored.fire(
                    new PostRestored(postId, post.questionId(), post.authorId(), moderator.id(), clock.instant()));
        });
    }

    /** Closes a thread for everybody but moderators. */
    public void lock(long questionId, String reason, Viewer moderator) {
        String why = check(reason, PostId.question(questionId), moderator);
        questions.lock(questionId).ifPresent(post -> log(LOCK, post, why, "", moderator));
    }

    public void unlock(long questionId, String reason, Viewer moderator) {
        String why = check(reason, PostId.question(questionId), moderator);
        questions.unlock(questionId).ifPresent(post -> log(UNLOCK, post, why, "", moderator));
    }

    /** Moves a question; the log keeps from where to where, so that it can be moved back. */
    public void move(long questionId, String categorySlug, String reason, Viewer moderator) {
        String why = check(reason, PostId.question(questionId), moderator);
        String before = questions.move(questionId, categorySlug, moderator.id());
        if (!before.equals(categorySlug)) {
            log(MOVE, PostId.question(questionId), questionId, why, before + " → " + categorySlug, moderator);
        }
    }

    /** Finds nothing wrong with a flagged post: all its open flags end. */
    public void dismiss(long flagId, String reason, Viewer moderator) {
        if (!moderator.isModeratorSomewhere()) {
            throw new ModerationProblem(NOT_MODERATOR);
        }
        Flag flag = Optional.ofNullable(entityManager.find(Flag.class, flagId))
                .filter(Flag::isOpen)
                .orElseThrow(() -> new ModerationProblem(UNKNOWN_FLAG));
        String why = check(reason, flag.post(), moderator);
        settle(flag.post(), Flag.Outcome.DISMISSED, moderator);
        log(DISMISS, flag.post(), flag.questionId(), why, "", moderator);
    }

    private String check(String typed, PostId post, Viewer moderator) {
        if (!mayDecide(moderator, post)) {
            throw new ModerationProblem(NOT_MODERATOR);
        }
        String reason = Input.text(typed);
        int length = Input.length(reason);
        if (length < REASON_MIN || length > REASON_MAX) {
            throw new ModerationProblem(
                    INVALID, new FieldError("reason", "moderation.reason_length", REASON_MIN, REASON_MAX));
        }
        return reason;
    }

    /** Moderators everywhere; whoever looks after a category, there. */
    private boolean mayDecide(Viewer moderator, PostId post) {
        return moderator.isModerator()
                || (moderator.isModeratorSomewhere()
                        && moderator.within(posts.categoryOf(post)).isModerator());
    }

    private void settle(PostId post, Flag.Outcome outcome, Viewer moderator) {
        Instant now = clock.instant();
        entityManager
                .createQuery(OPEN_FLAGS, Flag.class)
                .setParameter("type", post.type())
                .setParameter("post", post.id())
                .getResultList()
                .forEach(flag -> flag.settle(outcome, moderator.id(), now));
    }

    private void log(ModerationAction action, Post post, String reason, String detail, Viewer moderator) {
        log(action, post.id(), post.questionId(), reason, detail, moderator);
    }

    private void log(
            ModerationAction action, PostId post, long questionId, String reason, String detail, Viewer moderator) {
        entityManager.persist(
                ModerationEntry.of(moderator.id(), action, post, questionId, reason, detail, clock.instant()));
    }
}
