package hilft.forum.vote;

import hilft.forum.question.PostId;
import java.time.Instant;

/** A member voted a post; {@code voteId} is the fact, {@code value} 1 or −1. */
public record VoteCast(long voteId, PostId post, long questionId, long voterId, long authorId, int value, Instant at) {}
