package hilft.forum.search.index;

/**
 * A thread that may ask the same. {@code lexical} is its BM25 score, 0 when no word is shared, comparable within one
 * answer only; {@code cosine} lies between -1 and 1 and is NaN when one of the two has no vector.
 */
public record Candidate(long id, String title, boolean solved, double lexical, double cosine) {

    public boolean hasCosine() {
        return !Double.isNaN(cosine);
    }
}
