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

    /** How much of the question a title has, and how much of the title the question has. */
    record Shares(double ofQuestion, double ofTitle) {

        static final Shares NONE = new Shares(0, 0);
    }

    /** The shares for each title. */
    Map<String, Shares> with(String question) {
        Set<String> asked = grams(question);
        double all = weight(asked);
        Map<String, Shares> shares = new HashMap<>();
        gramsOf.forEach((title, grams) -> {
            Set<String> both = new HashSet<>(asked);
            both.retainAll(grams);
            double shared = weight(both);
            double inTitle = weight(grams);
            shares.put(title, new Shares(all == 0 ? 0 : shared / all, inTitle == 0 ? 0 : shared / inTitle));
        });
        return shares;
    }

    private double weight(Set<String> grams) {
        return grams.stream().mapToDouble(this::weight).sum();
    }

    private double weight(String gram) {
        int titles = titlesWith.getOrDefault(gram, 0);
        return Math.log1p((gramsOf.size() - titles + 0.5) / (titles + 0.5));
    }
}
