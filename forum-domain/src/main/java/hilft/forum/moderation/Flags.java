package hilft.forum.moderation;

import hilft.forum.deadlock.RepeatedAfterDeadlock;
import hilft.forum.question.Post;
import hilft.forum.question.PostId;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

import static hilft.forum.moderation.ModerationProblem.Reason.ALREADY_FLAGGED;
import static hilft.forum.moderation.ModerationProblem.Reason.INVALID;
import static hilft.forum.moderation.ModerationProblem.Reason.OWN_POST;

/** Members point moderators at posts. */
@ApplicationScoped
@RepeatedAfterDeadlock
@Transactional
public class Flags {

    private static final int NOTE_MAX = 1000;
    private static final String OPEN_BY_REPORTER = """
            select count(f) from Flag f where f.postType = :type and f.postId = :post and f.reporterId = :reporter
            and f.settledAt is null
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Posts posts;

    @Inject
    Clock clock;

    /** Flags a post once; {@code reason} is a label of {@link FlagReason}, the note may be empty and has up to 1,000 characters. */
    public long flag(PostId postId, String reasonLabel, String typedNote, long reporterId) {
        Post post = posts.get(postId);
        if (post.authorId() == reporterId) {
            throw new ModerationProblem(OWN_POST);
        }
        FlagReason reason = FlagReason.find(reasonLabel)
                .orElseThrow(
                        () -> new ModerationProblem(INVALID, FieldError.of("reason", "moderation.reason_unknown")));
        String note = Input.text(typedNote);
        if (Input.length(note) > NOTE_MAX) {
            throw new ModerationProblem(INVALID, new FieldError("note", "moderation.note_length", 0, NOTE_MAX));
        }
        if (isFlagged(postId, reporterId)) {
            throw new ModerationProblem(ALREADY_FLAGGED);
        }
        Flag flag = Flag.raise(post, reporterId, reason, note, clock.instant());
        entityManager.persist(flag);
        entityManager.flush();
        return flag.id();
    }

    private boolean isFlagged(PostId post, long reporterId) {
        return entityManager
                        .createQuery(OPEN_BY_REPORTER, Long.class)
                        .setParameter("type", post.type())
                        .setParameter("post", post.id())
                        .setParameter("reporter", reporterId)
                        .getSingleResult()
                > 0;
    }
}
