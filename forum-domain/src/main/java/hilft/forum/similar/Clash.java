package hilft.forum.similar;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two questions that share nearly all their words may still ask different things: one asks when and the other
 * where, or only one says not.
 */
final class Clash {

    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}]+");

    private static final Map<String, Set<String>> ASKED = Map.of(
            "time", Set.of("wann", "when"),
            "place", Set.of("wo", "wohin", "woher", "where"),
            "person", Set.of("wer", "wen", "wem", "who", "whom"),
            "reason", Set.of("warum", "wieso", "weshalb", "why"),
            "amount", Set.of("wieviel", "wieviele", "kostet", "teuer", "much", "many", "cost", "costs", "price"));

    private static final List<String> NOT = List.of(
            "nicht", "kein", "keine", "keinen", "keinem", "keiner", "ohne", "nie", "not", "no", "never", "without",
            "cannot", "cant", "dont", "doesnt", "unable", "isnt", "wont", "didnt");

    private Clash() {}

    static boolean between(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        if (denies(words) != denies(others)) {
            return true;
        }
        Set<String> asked = asked(words);
        Set<String> askedByOther = asked(others);
        if (asked.isEmpty() || askedByOther.isEmpty()) {
            return false;
        }
        asked.retainAll(askedByOther);
        return asked.isEmpty();
    }

    private static Set<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace("'", "").replace("’", "");
        return new HashSet<>(List.of(WORD_ENDS.split(plain)));
    }

    private static boolean denies(Set<String> words) {
        return NOT.stream().anyMatch(words::contains);
    }

    private static Set<String> asked(Set<String> words) {
        Set<String> asked = new HashSet<>();
        ASKED.forEach((what, by) -> {
            if (by.stream().anyMatch(words::contains)) {
                asked.add(what);
            }
        });
        return asked;
    }
}
