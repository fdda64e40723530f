package hilft.forum.search.upkeep;

/**
 * An index as the database knows it: by which rules it is made, how far it has followed the changes, and, until it is
 * built, how many threads it holds of how many and below which id the rest is to come; {@code renew} when somebody wants
 * another in its place.
 */
record KeptIndex(
        String name, Rules rules, long position, long total, long done, long nextId, boolean built, boolean renew) {

    /** What decides whether an index can be asked by this release, and whether it would be made in the same way now. */
    record Rules(int mapping, String analysis, String model, int dimension) {

        boolean canBeAskedBy(Rules now) {
            return mapping == now.mapping;
        }

        /** Without a model now, vectors of one do no harm: they are there again when it is. */
        boolean areAsGoodAs(Rules now) {
            return mapping == now.mapping
                    && analysis.equals(now.analysis)
                    && (now.model.isEmpty() || (model.equals(now.model) && dimension == now.dimension));
        }
    }
}
