package hilft.rewards.reputation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of a profile: points with their reason; title and address are null where the question may not be read. */
public record LedgerLine(
        long id,
        Credit credit,
        int points,
        boolean reversal,
        long questionId,
        @Nullable String title,
        @Nullable String url,
        Instant at) {}
