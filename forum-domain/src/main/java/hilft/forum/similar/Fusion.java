package hilft.forum.similar;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.index.Candidate;
import hilft.forum.similar.TitleOverlap.Shares;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import static hilft.forum.text.Languages.GERMAN;

/**
 * Orders candidates by meaning and words together. Meaning leads; words decide among near equals, in German more than in
 * English, where the models need less help. The factors were chosen on the quality tests' sets.
 */
final class Fusion {

    private static final double OVERLAP_GERMAN = 0.15;
    private static final double OVERLAP_ENGLISH = 0.08;
    private static final double LEXICAL_GERMAN = 0.05;
    private static final double LEXICAL_ENGLISH = 0.02;

    private final Analysis analysis;

    Fusion(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The candidates for a question, the likest first; among equals the one first asked. */
    List<Likeness> rank(String question, String language, List<Candidate> candidates) {
        Map<String, Shares> shares = new TitleOverlap(
                        analysis, candidates.stream().map(Candidate::title).toList())
                .with(question);
        double best = candidates.stream().mapToDouble(Candidate::lexical).max().orElse(0);
        OptionalDouble least = candidates.stream()
                .filter(Candidate::hasCosine)
                .mapToDouble(Candidate::cosine)
                .min();
        boolean german = language.equals(GERMAN);
        return candidates.stream()
                .map(candidate -> {
                    Shares share = shares.getOrDefault(candidate.title(), Shares.NONE);
                    double overlap = share.ofQuestion();
                    double lexical = best == 0 ? 0 : candidate.lexical() / best;
                    // a thread whose vector is still missing is judged as the least like one, and by its words
                    double cosine = candidate.hasCosine() ? candidate.cosine() : least.orElse(Double.NaN);
                    double score = Double.isNaN(cosine)
                            ? (overlap + lexical) / 2
                            : cosine
                                    + (german ? OVERLAP_GERMAN : OVERLAP_ENGLISH) * overlap
                                    + (german ? LEXICAL_GERMAN : LEXICAL_ENGLISH) * lexical;
                    return new Likeness(candidate, cosine, overlap, share.ofTitle(), lexical, score);
                })
                .sorted(Comparator.comparingDouble(Likeness::score)
                        .reversed()
                        .thenComparing(likeness -> likeness.candidate().id()))
                .toList();
    }
}
