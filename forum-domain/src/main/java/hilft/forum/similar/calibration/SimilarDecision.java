package hilft.forum.similar.calibration;

import hilft.forum.similar.Features;

/**
 * What came of a suggestion for a question in a language, {@code de} or {@code en}; the figures are as {@link Features}
 * writes them.
 */
public record SimilarDecision(String language, String features, boolean accepted) {}
