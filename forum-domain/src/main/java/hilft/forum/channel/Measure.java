package hilft.forum.channel;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a text would be as a post: its length as the channel counts, whether a link to a thread is in it, what it costs
 * in USD, and what would be refused, which is about the text and the address alone.
 */
public record Measure(int length, int max, boolean linked, BigDecimal cost, List<LinkOutProblem.Reason> problems) {

    /** What is left; negative when the text is too long. */
    public int left() {
        return max - length;
    }
}
