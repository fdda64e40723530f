package hilft.forum.vote;

import hilft.forum.question.PostId;
import java.time.Instant;

/** A member took a vote back; {@code voteId} is the fact that ended. */
public record VoteWithdrawn(
        long voteId, PostId post, long questionId, long voterId, long authorId, int value, Instant at) {}
