package hilft.rewards.reputation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

/** A line of a member's ledger; never changed: taking back is a second line, with the opposite points and the day of the first. */
@Entity
@Table(name = "ledger_entry")
public class LedgerEntry {

    @Id
    @SequenceGenerator(name = "ledger_entry_seq", sequenceName = "ledger_entry_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "ledger_entry_seq")
    private Long id;

    @Column(name = "member_id", updatable = false)
    private long memberId;

    @Enumerated(STRING)
    @Column(updatable = false)
    private Credit credit;

    @Column(updatable = false)
    private int points;

    @Enumerated(STRING)
    @Column(name = "fact_type", updatable = false)
    private Fact.Type factType;

    @Column(name = "fact_id", updatable = false)
    private long factId;

    @Column(updatable = false)
    private boolean reversal;

    @Column(name = "giver_id", updatable = false)
    private long giverId;

    @Column(name = "question_id", updatable = false)
    private long questionId;

    @Column(name = "answer_id", updatable = false)
    private @Nullable Long answerId;

    @Column(updatable = false)
    private LocalDate day;

    @Column(updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected LedgerEntry() {}

    @SuppressWarnings("NullAway.Init")
    private LedgerEntry(Fact fact, long memberId, Credit credit, int points) {
        this.factType = fact.type();
        this.factId = fact.id();
        this.memberId = memberId;
        this.credit = credit;
        this.points = points;
    }

    static LedgerEntry credit(Fact fact, long memberId, Credit credit, int points, Cause cause, LocalDate day) {
        LedgerEntry entry = new LedgerEntry(fact, memberId, credit, points);
        entry.giverId = cause.giverId();
        entry.questionId = cause.questionId();
        entry.answerId = cause.answerId();
        entry.day = day;
        entry.at = cause.at();
        return entry;
    }

    LedgerEntry reverse(Instant now) {
        LedgerEntry entry = new LedgerEntry(new Fact(factType, factId), memberId, credit, -points);
        entry.reversal = true;
        entry.giverId = giverId;
        entry.questionId = questionId;
        entry.answerId = answerId;
        entry.day = day;
        entry.at = now;
        return entry;
    }

    long memberId() {
        return memberId;
    }

    int points() {
        return points;
    }

    /** What the line adds to the number of solutions: 1, −1 or 0. */
    int solutions() {
        return credit != Credit.SOLUTION ? 0 : reversal ? -1 : 1;
    }

    boolean isReversal() {
        return reversal;
    }
}
