package hilft.web.page.desk;

import hilft.forum.channel.Budget;
import hilft.web.faces.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A month's budget as a bar of one hundred and a sentence that says the same. */
public record BudgetLine(String month, int spentShare, int reservedShare, String sentence) {

    public static BudgetLine of(Budget budget, Words words) {
        int spent = share(budget.spent(), budget.limit());
        int reserved = share(budget.reserved(), budget.limit());
        return new BudgetLine(
                words.month(budget.month()),
                spent,
                Math.min(reserved, 100 - spent),
                words.of(
                        "desk.budget.words",
                        words.money(budget.spent()),
                        words.money(budget.reserved()),
                        words.money(budget.left().max(BigDecimal.ZERO)),
                        words.money(budget.limit())));
    }

    /** In percent; something is never nothing. */
    static int share(BigDecimal part, BigDecimal whole) {
        if (part.signum() <= 0) return 0;
        if (whole.compareTo(part) <= 0) return 100;
        return part.multiply(BigDecimal.valueOf(100))
                .divide(whole, 0, RoundingMode.CEILING)
                .intValueExact();
    }
}
