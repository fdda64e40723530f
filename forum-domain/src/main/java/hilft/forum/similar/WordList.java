package hilft.forum.similar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The German words that come with the forum, each with its most usual English one. */
final class WordList {

    private static final String RESOURCE = "gloss.tsv";

    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();
    private final Map<String, String> irregular = new HashMap<>();
    private final NavigableSet<String> words = new TreeSet<>();
    private final Map<String, Integer> english = new HashMap<>();
    private int longestPhrase = 1;

    private WordList() {}

    static WordList builtIn() {
        try (InputStream in = WordList.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing in the build");
            }
            WordList list = new WordList();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(list::add);
            list.irregular.forEach((form, word) -> {
                String english = list.exact.get(word);
                if (english != null) {
                    list.put(form, english);
                }
            });
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int tab = line.indexOf('\t');
        String german = line.substring(0, tab);
        String english = line.substring(tab + 1);
        if (english.startsWith(">")) {
            irregular.put(german, english.substring(1));
        } else {
            int end = english.indexOf(';');
            put(german, end < 0 ? english : english.substring(0, end));
        }
    }

    private void put(String german, String english) {
        exact.put(german, english);
        folded.putIfAbsent(GermanForms.folded(german), english);
        for (String word : english.split("[^a-z]+")) {
            if (word.length() > 1) {
                this.english.putIfAbsent(word, this.english.size());
            }
        }
        int length = german.split(" ").length;
        longestPhrase = Math.max(longestPhrase, length);
        if (length == 1) {
            words.add(german);
        }
    }

    /** English for a word or phrase in just this spelling, empty for one that is better left out; null if unknown. */
    @Nullable
    String exact(String german) {
        return exact.get(german);
    }

    /** As {@link #exact}, however its umlauts are written. */
    @Nullable
    String folded(String german) {
        return folded.get(GermanForms.folded(german));
    }

    /** The regular verb or noun behind an irregular form. */
    @Nullable
    String regular(String form) {
        return irregular.get(form);
    }

    /** The words without the phrases, sorted. */
    NavigableSet<String> words() {
        return words;
    }

    /** The English words, numbered in no order that means anything. */
    Map<String, Integer> english() {
        return english;
    }

    int longestPhrase() {
        return longestPhrase;
    }
}
