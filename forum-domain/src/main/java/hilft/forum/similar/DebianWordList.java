package hilft.forum.similar;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The large word list of Debian's package {@code trans-de-en}, which an operator may install (its licence, the GPL, keeps
 * it out of the forum): some 300,000 forms of German words, each kept with one English word, in about 12 MB.
 */
final class DebianWordList {

    private static final Logger LOG = Logger.getLogger(DebianWordList.class.getName());

    private static final Pattern NOTES = Pattern.compile(
            "\\{[^}]*}|\\([^)]*\\)|\\[[^\\]]*]|<[^>]*>|/[^/]{1,12}/|\\betw\\.|\\bj[dm][nms]\\.|\\bsich\\b"
                    + "|\\bst[hb]\\.?('s)?|\\bsb\\.?('s)?|[!?.]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ALTERNATIVES = Pattern.compile(";");
    private static final Pattern PARTS = Pattern.compile("\\|");
    private static final int ENGLISH_WORDS_MAX = 3;
    private static final int SENSES_MAX = 6;

    /** Words of both languages in one array of bytes: as objects they would take ten times the memory. */
    private final byte[] entries;

    private final int[] starts;

    private DebianWordList(byte[] entries, int[] starts) {
        this.entries = entries;
        this.starts = starts;
    }

    /** Reads the file, which takes about two seconds; null where it is missing or cannot be read. */
    static @Nullable DebianWordList read(Path file) {
        if (!Files.isReadable(file)) {
            return null;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return of(lines);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The word list " + file + " cannot be read; the forum goes on without it.", e);
            return null;
        }
    }

    private static DebianWordList of(BufferedReader lines) {
        Map<String, List<String>> senses = new HashMap<>();
        Map<String, Integer> usual = new HashMap<>();
        lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int middle = line.indexOf(" :: ");
            if (middle > 0) {
                add(PARTS.split(line.substring(0, middle)), PARTS.split(line.substring(middle + 4)), senses, usual);
            }
        });
        TreeMap<String, String> chosen = new TreeMap<>();
        senses.forEach((german, english) -> chosen.put(german, mostUsual(english, usual)));
        return packed(chosen);
    }

    private static void add(
            String[] german, String[] english, Map<String, List<String>> senses, Map<String, Integer> usual) {
        for (int i = 0; i < Math.min(german.length, english.length); i++) {
            List<String> meanings = new ArrayList<>();
            for (String alternative : ALTERNATIVES.split(english[i])) {
                String meaning = withoutNotes(alternative).replaceFirst("^to ", "");
                long words = meaning.chars().filter(c -> c == ' ').count() + 1;
                if (!meaning.isEmpty() && words <= ENGLISH_WORDS_MAX) {
                    meanings.add(meaning);
                    Arrays.stream(meaning.split(" ")).forEach(word -> usual.merge(word, 1, Integer::sum));
                }
            }
            for (String alternative : ALTERNATIVES.split(german[i])) {
                String word = withoutNotes(alternative).toLowerCase(Locale.ROOT);
                if (!word.isEmpty() && word.indexOf(' ') < 0 && word.indexOf('/') < 0) {
                    List<String> known = senses.computeIfAbsent(word, w -> new ArrayList<>(2));
                    meanings.stream()
                            .filter(meaning -> known.size() < SENSES_MAX && !known.contains(meaning))
                            .forEach(known::add);
                }
            }
        }
    }

    private static String withoutNotes(String text) {
        return BLANKS.matcher(NOTES.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** A word that explains many others is the everyday one; among equals the list names the better first. */
    private static String mostUsual(List<String> meanings, Map<String, Integer> usual) {
        String best = "";
        double bestScore = -1;
        for (int i = 0; i < meanings.size(); i++) {
            int rarest = Arrays.stream(meanings.get(i).split(" "))
                    .mapToInt(word -> usual.getOrDefault(word, 0))
                    .min()
                    .orElse(0);
            double score = Math.log1p(rarest) / Math.sqrt(i + 1.0);
            if (score > bestScore) {
                best = meanings.get(i);
                bestScore = score;
            }
        }
        return best;
    }

    private static DebianWordList packed(TreeMap<String, String> chosen) {
        chosen.values().removeIf(String::isEmpty);
        Map<String, String> byFolded = new TreeMap<>();
        chosen.forEach((german, english) -> byFolded.putIfAbsent(GermanForms.folded(german), english));
        chosen.forEach(byFolded::put);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int[] starts = new int[byFolded.size() + 1];
        int n = 0;
        for (Map.Entry<String, String> entry : sortedByBytes(byFolded)) {
            starts[n++] = all.size();
            all.writeBytes((entry.getKey() + "\t" + entry.getValue()).getBytes(StandardCharsets.UTF_8));
        }
        starts[n] = all.size();
        return new DebianWordList(all.toByteArray(), starts);
    }

    private static List<Map.Entry<String, String>> sortedByBytes(Map<String, String> words) {
        List<Map.Entry<String, String>> entries = new ArrayList<>(words.entrySet());
        entries.sort((one, other) -> Arrays.compareUnsigned(
                one.getKey().getBytes(StandardCharsets.UTF_8), other.getKey().getBytes(StandardCharsets.UTF_8)));
        return entries;
    }

    /** English for a form in this spelling, or with its umlauts folded; null if unknown. */
    @Nullable
    String english(String german) {
        byte[] wanted = german.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = starts.length - 2;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int keyEnd = starts[middle];
            while (entries[keyEnd] != '\t') {
                keyEnd++;
            }
            int order = Arrays.compareUnsigned(entries, starts[middle], keyEnd, wanted, 0, wanted.length);
            if (order == 0) {
                return new String(entries, keyEnd + 1, starts[middle + 1] - keyEnd - 1, StandardCharsets.UTF_8);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    int size() {
        return starts.length - 1;
    }
}
