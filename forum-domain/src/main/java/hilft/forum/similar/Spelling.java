package hilft.forum.similar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

import static hilft.forum.text.Languages.GERMAN;

/**
 * Reads what somebody may have meant who mistyped a word or is still typing one: the words of threads that share
 * something with the text are believed first, then those of the dictionaries.
 */
final class Spelling {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß";
    private static final int SHORTEST_MISTYPED = 4;
    private static final int SHORTEST_BEGUN = 1;
    private static final int SHORTEST_BEGUN_OF_DICTIONARY = 3;
    private static final int LONGEST = 40;

    /** A model knows beginnings of usual words as words of their own, such as "inter". */
    private static final int USUAL_RANK = 8_000;

    /** In longer texts one word more or less changes nothing. */
    private static final int WORDS_MAX = 40;

    private static final int READINGS = 2;

    private final Gloss gloss;
    private final Map<String, Integer> english;

    /** @param english English words in lower case with their rank */
    Spelling(Gloss gloss, Map<String, Integer> english) {
        this.gloss = gloss;
        this.english = english;
    }

    /** Whether a word of the text is unknown or still being typed, so that {@link #readings} may differ from it. */
    boolean doubts(String text, String language) {
        Words words = new Words(text, language, Map.of());
        return words.all.size() <= WORDS_MAX && words.all.stream().anyMatch(words::isDoubtful);
    }

    /**
     * The text with mistyped words put right and the last one completed, if it is being typed: one reading, or the two
     * likeliest completions.
     *
     * @param titles of threads that the text may be about
     */
    List<String> readings(String text, String language, Collection<String> titles) {
        Words words = new Words(text, language, counted(titles));
        return words.all.size() > WORDS_MAX ? List.of(text) : words.readings();
    }

    private static Map<String, Integer> counted(Collection<String> titles) {
        Map<String, Integer> counts = new HashMap<>();
        for (String title : titles) {
            Set<String> words = WORD.matcher(title.toLowerCase(Locale.ROOT))
                    .results()
                    .map(word -> word.group())
                    .collect(Collectors.toSet());
            words.forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        return counts;
    }

    private record Word(String text, int start, int end, boolean open) {}

    private final class Words {
        private final String text;
        private final boolean german;
        private final Map<String, Integer> ofThreads;
        private final Set<String> foldedOfThreads;
        private final List<Word> all = new ArrayList<>();

        Words(String text, String language, Map<String, Integer> ofThreads) {
            this.text = text;
            this.german = language.equals(GERMAN);
            this.ofThreads = ofThreads;
            foldedOfThreads =
                    ofThreads.keySet().stream().map(GermanForms::folded).collect(Collectors.toSet());
            Matcher matcher = WORD.matcher(text);
            while (matcher.find()) {
                all.add(new Word(
                        matcher.group().toLowerCase(Locale.ROOT),
                        matcher.start(),
                        matcher.end(),
                        matcher.end() == text.length()));
            }
        }

        boolean isDoubtful(Word word) {
            String letters = word.text();
            if (letters.length() > LONGEST || foldedOfThreads.contains(GermanForms.folded(letters))) {
                return false;
            }
            if (word.open()) {
                return letters.length() >= SHORTEST_BEGUN && !isWhole(letters);
            }
            return letters.length() >= SHORTEST_MISTYPED && !isKnown(letters);
        }

        private boolean isKnown(String word) {
            return english.containsKey(word) || (german && gloss.knows(word));
        }

        private boolean isWhole(String word) {
            return german ? gloss.lists(word) : english.getOrDefault(word, Integer.MAX_VALUE) < USUAL_RANK;
        }

        List<String> readings() {
            StringBuilder reading = new StringBuilder(text.length() + 16);
            int done = 0;
            List<String> completions = List.of();
            for (Word word : all) {
                reading.append(text, done, word.start());
                done = word.end();
                if (!isDoubtful(word)) {
                    reading.append(text, word.start(), word.end());
                    continue;
                }
                completions = word.open() ? completions(word.text()) : List.of();
                if (completions.isEmpty()) {
                    String meant = isKnown(word.text()) ? null : meant(word.text());
                    reading.append(meant == null ? text.substring(word.start(), word.end()) : meant);
                }
            }
            reading.append(text, done, text.length());
            if (completions.isEmpty()) {
                return List.of(reading.toString());
            }
            return completions.stream().map(end -> reading + end).toList();
        }

        /** Words that begin so: of threads by how many have them, else of the dictionaries. */
        private List<String> completions(String begun) {
            Set<String> found = new LinkedHashSet<>();
            ofThreads.entrySet().stream()
                    .filter(word -> word.getKey().startsWith(begun))
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(READINGS)
                    .forEach(word -> found.add(word.getKey()));
            if (found.size() < READINGS && begun.length() >= SHORTEST_BEGUN_OF_DICTIONARY) {
                if (german) {
                    gloss.words().subSet(begun, begun + Character.MAX_VALUE).stream()
                            .sorted(Comparator.comparingInt(String::length))
                            .limit(READINGS - found.size())
                            .forEach(found::add);
                } else {
                    english.entrySet().stream()
                            .filter(word -> word.getKey().startsWith(begun))
                            .sorted(Map.Entry.comparingByValue())
                            .limit(READINGS - found.size())
                            .forEach(word -> found.add(word.getKey()));
                }
            }
            return List.copyOf(found);
        }

        /** The likeliest word one slip away; null for none. */
        private @Nullable String meant(String mistyped) {
            return slips(mistyped).stream()
                    .map(word -> Map.entry(word, likelihood(word, mistyped)))
                    .filter(word -> word.getValue() > 0)
                    .max(Comparator.comparingDouble(Map.Entry::getValue))
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }

        private double likelihood(String word, String mistyped) {
            double sameStart = word.charAt(0) == mistyped.charAt(0) ? 5 : 0;
            Integer threads = ofThreads.get(word);
            if (threads != null) {
                return 100 + Math.log1p(threads) + sameStart;
            }
            if (german && gloss.lists(word)) {
                return 50 + sameStart;
            }
            Integer rank = english.get(word);
            if (!german && rank != null) {
                return 50 - rank / 1_000.0 + sameStart;
            }
            if (german && GermanForms.bases(word).stream().anyMatch(gloss::lists)) {
                return 20 + sameStart;
            }
            return 0;
        }

        /** All that is one letter left out, added, changed or swapped away. */
        private Set<String> slips(String word) {
            Set<String> slips = new LinkedHashSet<>();
            for (int i = 0; i <= word.length(); i++) {
                String start = word.substring(0, i);
                String end = word.substring(i);
                if (!end.isEmpty()) {
                    slips.add(start + end.substring(1));
                }
                if (end.length() > 1) {
                    slips.add(start + end.charAt(1) + end.charAt(0) + end.substring(2));
                }
                for (char letter : LETTERS.toCharArray()) {
                    slips.add(start + letter + end);
                    if (!end.isEmpty()) {
                        slips.add(start + letter + end.substring(1));
                    }
                }
            }
            slips.removeIf(slip -> slip.length() < SHORTEST_MISTYPED - 1);
            return slips;
        }
    }
}
