package hilft.forum.similar;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.analysis.Term;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of their letters a question and titles share, 0 to 1: rows of four letters count, the rarer among the candidates
 * the more. Unlike a score of the index it compares between questions.
 */
final class TitleOverlap {

    private final Analysis analysis;
    private final Map<String, Set<String>> gramsOf = new LinkedHashMap<>();
    private final Map<String, Integer> titlesWith = new HashMap<>();

    TitleOverlap(Analysis analysis, Collection<String> titles) {
        this.analysis = analysis;
        for (String title : titles) {
            gramsOf.computeIfAbsent(title, this::grams);
        }
        gramsOf.values().forEach(grams -> grams.forEach(gram -> titlesWith.merge(gram, 1, Integer::sum)));
    }

    private Set<String> grams(String text) {
        return analysis.grams(text).stream().map(Term::text).collect(Collectors.toSet());
    }

    /** The share for each title. */
    Map<String, Double> with(String question) {
        Set<String> asked = new HashSet<>(grams(question));
        double all = asked.stream().mapToDouble(this::weight).sum();
        Map<String, Double> shares = new HashMap<>();
        gramsOf.forEach((title, grams) -> {
            double shared = asked.stream()
                    .filter(grams::contains)
                    .mapToDouble(this::weight)
                    .sum();
            shares.put(title, all == 0 ? 0 : shared / all);
        });
        return shares;
    }

    private double weight(String gram) {
        int titles = titlesWith.getOrDefault(gram, 0);
        return Math.log1p((gramsOf.size() - titles + 0.5) / (titles + 0.5));
    }
}
