package hilft.forum.similar;

import hilft.forum.search.index.Candidate;

/**
 * A thread compared with a question: {@code cosine} by meaning, -1 to 1 and NaN without a model; {@code overlap} by the
 * share of the question's letters in its title and {@code back} the other way round, 0 to 1; {@code lexical} the index's own score as a share of the best candidate's, 0 to 1;
 * {@code score} is what threads are ordered by.
 */
record Likeness(Candidate candidate, double cosine, double overlap, double back, double lexical, double score) {

    boolean hasCosine() {
        return !Double.isNaN(cosine);
    }
}
