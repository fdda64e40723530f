package hilft.rewards.reputation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where and through whom a fact came to be: the giver, the question, perhaps an answer, the moment. */
record Cause(long giverId, long questionId, @Nullable Long answerId, Instant at) {}
