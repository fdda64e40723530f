package hilft.forum.search.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words of the trade that mean the same, one group a line: {@code Handy, Smartphone, Mobiltelefon}. With an arrow only
 * what stands left of it also finds what stands right: {@code DSL => Internet}. {@code #} begins a remark. Questions are
 * widened by them, stored texts are not, so a change needs no new index.
 */
public final class Synonyms {

    /** No synonyms. */
    public static final Synonyms NONE = new Synonyms(Map.of());

    private static final int LINES_MAX = 5_000;
    private static final int WORDS_MAX = 20;

    private final Map<String, Set<String>> others;

    private Synonyms(Map<String, Set<String>> others) {
        this.others = others;
    }

    /** A line that cannot be read: its number from 1 on, and why. */
    public record Mistake(int line, Reason reason) {}

    /** What is wrong with a line. */
    public enum Reason {
        ONE_WORD,
        TWO_ARROWS,
        TOO_MANY_WORDS,
        TOO_MANY_LINES
    }

    /** What a file says, and what in it cannot be read and is left out. */
    public record Reading(Synonyms synonyms, List<Mistake> mistakes) {}

    /** Reads up to 5,000 lines of up to 20 words or phrases each. */
    public static Reading read(String text) {
        Map<String, Set<String>> others = new HashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            if (i >= LINES_MAX) {
                mistakes.add(new Mistake(i + 1, Reason.TOO_MANY_LINES));
                break;
            }
            String[] sides = line.split("=>", -1);
            List<String> left = words(sides[0]);
            List<String> right = sides.length == 2 ? words(sides[1]) : left;
            if (sides.length > 2) {
                mistakes.add(new Mistake(i + 1, Reason.TWO_ARROWS));
            } else if (left.isEmpty() || right.isEmpty() || (sides.length == 1 && left.size() < 2)) {
                mistakes.add(new Mistake(i + 1, Reason.ONE_WORD));
            } else if (left.size() + right.size() > 2 * WORDS_MAX) {
                mistakes.add(new Mistake(i + 1, Reason.TOO_MANY_WORDS));
            } else {
                left.forEach(word ->
                        others.computeIfAbsent(word, w -> new LinkedHashSet<>()).addAll(right));
            }
        }
        others.forEach((word, same) -> same.remove(word));
        return new Reading(new Synonyms(others), List.copyOf(mistakes));
    }

    private static List<String> words(String side) {
        List<String> words = new ArrayList<>();
        for (String word : side.split(",")) {
            String plain = plain(word);
            if (!plain.isEmpty()) {
                words.add(plain);
            }
        }
        return words;
    }

    private static String plain(String word) {
        return word.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** What else is meant by words and phrases of up to three words in this text, each with what stands for it. */
    public Map<String, Set<String>> in(String text) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        if (others.isEmpty()) {
            return found;
        }
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+");
        for (int from = 0; from < words.length; from++) {
            StringBuilder phrase = new StringBuilder();
            for (int to = from; to < Math.min(words.length, from + 3); to++) {
                phrase.append(to == from ? "" : " ").append(words[to]);
                Set<String> same = others.get(phrase.toString());
                if (same != null) {
                    found.put(phrase.toString(), same);
                }
            }
        }
        return found;
    }
}
