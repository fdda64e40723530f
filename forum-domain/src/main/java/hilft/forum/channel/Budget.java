package hilft.forum.channel;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What a channel's posts cost in a calendar month, in USD: spent on what is out, reserved for what is on its way or may
 * be out, and the limit.
 */
public record Budget(BigDecimal spent, BigDecimal reserved, BigDecimal limit, YearMonth month) {

    /** What is left; negative if the limit was lowered in between. */
    public BigDecimal left() {
        return limit.subtract(spent).subtract(reserved);
    }

    boolean allows(BigDecimal cost) {
        return left().compareTo(cost) >= 0;
    }
}
