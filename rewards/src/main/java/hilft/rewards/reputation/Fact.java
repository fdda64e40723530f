package hilft.rewards.reputation;

/** What a ledger line rests on: a vote or an acceptance, by its id. */
record Fact(Type type, long id) {

    enum Type {
        VOTE,
        ACCEPTANCE
    }

    static Fact vote(long id) {
        return new Fact(Type.VOTE, id);
    }

    static Fact acceptance(long id) {
        return new Fact(Type.ACCEPTANCE, id);
    }
}
