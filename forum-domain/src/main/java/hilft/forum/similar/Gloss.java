package hilft.forum.similar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says in English what a German text is about, word by word: no translation for people, but enough for a model that was
 * taught English alone. Questions and threads go the same way, so most of its mistakes meet themselves again. Safe for
 * many threads.
 */
final class Gloss {

    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[-'’.][\\p{L}\\p{M}\\p{N}]+)*|[.,;:!?]");
    private static final Pattern HYPHEN = Pattern.compile("-");
    private static final Set<String> CLAUSE_ENDS =
            Set.of(".", ",", ";", ":", "!", "?", "und", "oder", "aber", "wenn", "dass", "weil");
    private static final Set<String> PARTICLES = Set.copyOf(GermanForms.PARTICLES);
    private static final List<String> LINKS = List.of("", "s", "es", "n", "en", "er", "e");
    private static final List<String> CUT_OFF = List.of("", "e", "en");
    private static final int SHORTEST_COMPOUND = 7;
    private static final int LONGEST_COMPOUND = 60;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_PART_OF_LARGE_LIST = 4;
    private static final int DEPTH_MAX = 3;
    private static final int WORDS_REMEMBERED = 5_000;

    private final WordList list;
    private final @Nullable DebianWordList large;
    private final Map<String, Found> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
            return size() > WORDS_REMEMBERED;
        }
    });

    /** English for a word, part by part; {@code known} unless the word stands for itself or was only guessed. */
    private record Found(List<String> english, boolean known) {}

    private Gloss(WordList list, @Nullable DebianWordList large) {
        this.list = list;
        this.large = large;
    }

    /** With the words that come with the forum. */
    static Gloss builtIn() {
        return new Gloss(WordList.builtIn(), null);
    }

    /** With those and the ones of Debian's {@code trans-de-en}, if the file is there. */
    static Gloss with(Path debianWordList) {
        return new Gloss(WordList.builtIn(), DebianWordList.read(debianWordList));
    }

    boolean hasLargeList() {
        return large != null;
    }

    /** Tells apart glosses that say other things of the same text; at most 20 characters. */
    String fingerprint() {
        DebianWordList more = large;
        return "gloss" + list.words().size() + (more == null ? "" : "+" + more.size());
    }

    /** The German words that come with the forum, in lower case. */
    NavigableSet<String> words() {
        return list.words();
    }

    /** The English words of the list that comes with the forum, for when no model brings more. */
    Map<String, Integer> englishWords() {
        return list.english();
    }

    /** Whether it is a German word, a form of one or made of some, in lower case; guesses do not count. */
    boolean knows(String word) {
        return find(word).known();
    }

    /** Whether it stands in the list that comes with the forum, in just this spelling. */
    boolean lists(String word) {
        return list.exact(word) != null;
    }

    /** The gloss of a text; words that nobody knows, such as names, stay as they are. */
    String english(String german) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(german.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        Map<Integer, String> joined = joinVerbs(tokens);
        StringBuilder english = new StringBuilder(german.length());
        for (int i = 0; i < tokens.size(); ) {
            int length = joined.containsKey(i) ? 1 : phraseLength(tokens, i);
            String phrase = String.join(" ", tokens.subList(i, i + length));
            append(english, joined.containsKey(i) ? joined.get(i) : length > 1 ? phrase(phrase) : word(phrase));
            i += length;
        }
        return english.toString();
    }

    private static void append(StringBuilder text, @Nullable String more) {
        if (more == null || more.isEmpty()) {
            return;
        }
        boolean sign = more.length() == 1 && CLAUSE_ENDS.contains(more);
        if (!text.isEmpty() && !sign) {
            text.append(' ');
        }
        text.append(more);
    }

    /** Finds verbs whose particle stands at the end of the clause; blanks the particle and gives English for the verb. */
    private Map<Integer, String> joinVerbs(List<String> tokens) {
        Map<Integer, String> joined = new LinkedHashMap<>();
        int start = 0;
        for (int end = 0; end <= tokens.size(); end++) {
            if (end < tokens.size() && !CLAUSE_ENDS.contains(tokens.get(end))) {
                continue;
            }
            int last = end - 1;
            if (last > start && PARTICLES.contains(tokens.get(last))) {
                for (int verb = start; verb < last; verb++) {
                    String english = withParticle(tokens.get(verb), tokens.get(last));
                    if (english != null) {
                        joined.put(verb, english);
                        joined.put(last, "");
                        break;
                    }
                }
            }
            start = end + 1;
        }
        return joined;
    }

    private @Nullable String withParticle(String verb, String particle) {
        String regular = list.regular(verb);
        if (regular != null) {
            return list.exact(particle + regular);
        }
        return GermanForms.withParticle(verb, particle).stream()
                .map(list::exact)
                .filter(english -> english != null)
                .findFirst()
                .orElse(null);
    }

    private int phraseLength(List<String> tokens, int from) {
        for (int length = Math.min(list.longestPhrase(), tokens.size() - from); length > 1; length--) {
            if (phrase(String.join(" ", tokens.subList(from, from + length))) != null) {
                return length;
            }
        }
        return 1;
    }

    private @Nullable String phrase(String words) {
        String exact = list.exact(words);
        return exact != null ? exact : list.folded(words);
    }

    private String word(String word) {
        if (list.exact(word) == null && word.indexOf('-') > 0) {
            List<String> parts = new ArrayList<>();
            for (String part : HYPHEN.split(word)) {
                parts.addAll(find(part).english());
            }
            return String.join(" ", parts);
        }
        return String.join(" ", find(word).english());
    }

    private Found find(String word) {
        Found found = remembered.get(word);
        if (found == null) {
            found = look(word);
            remembered.put(word, found);
        }
        return found;
    }

    private Found look(String word) {
        String english = form(word, list::exact);
        if (english == null) {
            english = form(word, list::folded);
        }
        if (english == null) {
            english = form(word, this::inLargeList);
        }
        if (english != null) {
            return new Found(List.of(english), true);
        }
        List<String> parts = parts(word, 0, false);
        if (parts != null) {
            return new Found(parts, true);
        }
        // so many short words are in the large list that mistyped ones seem to be made of them
        List<String> doubtful = large == null ? null : parts(word, 0, true);
        return new Found(doubtful != null ? doubtful : List.of(Cognates.english(word)), false);
    }

    private static @Nullable String form(String word, Function<String, @Nullable String> dictionary) {
        List<String> bases = GermanForms.bases(word);
        for (String base : bases) {
            String english = dictionary.apply(base);
            if (english != null) {
                return english;
            }
        }
        return null;
    }

    private @Nullable String inLargeList(String base) {
        if (large == null) {
            return null;
        }
        String english = large.english(base);
        return english != null ? english : large.english(GermanForms.folded(base));
    }

    /** The last known part that leaves something known before it, the longest first. */
    private @Nullable List<String> parts(String word, int depth, boolean ofLarge) {
        if (word.length() < SHORTEST_COMPOUND || word.length() > LONGEST_COMPOUND || depth > DEPTH_MAX) {
            return null;
        }
        for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
            String head = form(word.substring(at), base -> knownPart(base, ofLarge));
            List<String> before = head == null ? null : modifier(word.substring(0, at), depth, ofLarge);
            if (head != null && before != null) {
                List<String> parts = new ArrayList<>(before);
                parts.add(head);
                return parts;
            }
        }
        return null;
    }

    private @Nullable List<String> modifier(String word, int depth, boolean ofLarge) {
        for (String link : LINKS) {
            if (!word.endsWith(link) || word.length() - link.length() < SHORTEST_PART) {
                continue;
            }
            String stem = word.substring(0, word.length() - link.length());
            for (String cut : CUT_OFF) {
                String english = knownPart(stem + cut, ofLarge);
                if (english != null) {
                    return List.of(english);
                }
            }
        }
        return parts(word, depth + 1, ofLarge);
    }

    private @Nullable String knownPart(String base, boolean ofLarge) {
        if (base.length() < SHORTEST_PART) {
            return null;
        }
        String english = phrase(base);
        if (english == null && ofLarge && base.length() >= SHORTEST_PART_OF_LARGE_LIST) {
            english = inLargeList(base);
        }
        return english == null || english.isEmpty() ? null : english;
    }
}
