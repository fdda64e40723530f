package hilft.rewards.reputation;

/** A member's totals; both equal the sums of the ledger. */
public record Standing(long memberId, long points, int solutions) {

    public static Standing none(long memberId) {
        return new Standing(memberId, 0, 0);
    }
}
