package hilft.web.api.member;

import hilft.rewards.reputation.LedgerLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Points with their reason; the question is null where it may not be read. */
public record CreditJson(
        long id,
        String reason,
        int points,
        boolean reversal,
        Instant at,
        @Nullable QuestionLink question) {

    /** Where the points come from. */
    public record QuestionLink(long id, String title, String url) {}

    static CreditJson of(LedgerLine line) {
        String title = line.title();
        String url = line.url();
        return new CreditJson(
                line.id(),
                line.credit().label(),
                line.points(),
                line.reversal(),
                line.at(),
                title == null || url == null ? null : new QuestionLink(line.questionId(), title, url));
    }
}
