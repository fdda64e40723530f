package hilft.forum.similar;

import hilft.forum.question.QuestionItem;

/**
 * A question that may ask the same: with which probability, 0 to 1, what may be done with it, and what that was judged
 * by, to be recorded with what comes of it.
 */
public record SimilarHit(QuestionItem question, double probability, Band band, Features features) {}
