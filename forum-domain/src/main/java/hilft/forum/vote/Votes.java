package hilft.forum.vote;

import hilft.forum.deadlock.RepeatedAfterDeadlock;
import hilft.forum.member.Members;
import hilft.forum.question.Post;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.forum.question.Questions;
import hilft.forum.shared.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import static hilft.forum.vote.VoteProblem.Reason.INVALID;
import static hilft.forum.vote.VoteProblem.Reason.LOCKED;
import static hilft.forum.vote.VoteProblem.Reason.OWN_POST;

/** What members do with votes: the thread, the post and both members are locked, so that facts about an author are in order. */
@ApplicationScoped
@RepeatedAfterDeadlock
@Transactional
public class Votes {

    private static final String CURRENT = """
            select v from Vote v where v.voterId = :voter and v.postType = :type and v.postId = :post
            and v.withdrawnAt is null
            """;
    private static final String COUNT = "update %s set score = score + ? where id = ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Questions questions;

    @Inject
    Members members;

    @Inject
    Clock clock;

    @Inject
    Event<VoteCast> cast;

    @Inject
    Event<VoteWithdrawn> withdrawn;

    /** Votes a post up (1) or down (−1); the same vote again changes nothing, the opposite one replaces it. */
    public void cast(PostId postId, int value, long voterId) {
        if (value != 1 && value != -1) {
            throw new VoteProblem(INVALID, FieldError.of("value", "vote.value"));
        }
        Post post = getVotable(postId, voterId);
        Optional<Vote> current = current(postId, voterId);
        if (current.filter(vote -> vote.value() == value).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        current.ifPresent(vote -> withdraw(vote, now));
        Vote vote = Vote.cast(post, voterId, value, now);
        entityManager.persist(vote);
        entityManager.flush();
        count(postId, value - current.map(Vote::value).orElse(0));
        cast.fire(vote.cast());
    }

    /** Takes the vote back; without one nothing changes. */
    public void withdraw(PostId postId, long voterId) {
        getVotable(postId, voterId);
        current(postId, voterId).ifPresent(vote -> {
            withdraw(vote, clock.instant());
            count(postId, -vote.value());
        });
    }

    private Post getVotable(PostId postId, long voterId) {
        Post post = questions.getPost(postId);
        if (post.authorId() == voterId) {
            throw new VoteProblem(OWN_POST);
        }
        if (!post.open()) {
            throw new VoteProblem(LOCKED);
        }
        members.lock(voterId, post.authorId());
        return post;
    }

    private Optional<Vote> current(PostId post, long voterId) {
        return entityManager
                .createQuery(CURRENT, Vote.class)
                .setParameter("voter", voterId)
                .setParameter("type", post.type())
                .setParameter("post", post.id())
                .getResultStream()
                .findFirst();
    }

    private void withdraw(Vote vote, Instant now) {
        VoteWithdrawn event = vote.withdraw(now);
        entityManager.flush();
        withdrawn.fire(event);
    }

    /** Summing up would lock the votes for posts of others; the post is locked, so that what is added is right. */
    private void count(PostId post, int more) {
        String table = post.type() == PostType.QUESTION ? "question" : "answer";
        entityManager
                .createNativeQuery(COUNT.formatted(table))
                .setParameter(1, more)
                .setParameter(2, post.id())
                .executeUpdate();
    }
}
