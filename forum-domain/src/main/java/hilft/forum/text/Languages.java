package hilft.forum.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of the two languages of the forum a text is written in, by its commonest little words. */
public final class Languages {
    public static final String GERMAN = "de";
    public static final String ENGLISH = "en";

    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}']+");
    private static final Set<String> GERMAN_WORDS = Set.of(
            "aber",
            "alle",
            "als",
            "am",
            "auch",
            "auf",
            "aus",
            "bei",
            "beim",
            "bin",
            "bitte",
            "bis",
            "da",
            "dann",
            "danke",
            "das",
            "dass",
            "dem",
            "den",
            "der",
            "des",
            "die",
            "dies",
            "diese",
            "doch",
            "durch",
            "ein",
            "eine",
            "einem",
            "einen",
            "einer",
            "er",
            "es",
            "etwas",
            "euch",
            "für",
            "gibt",
            "habe",
            "haben",
            "hallo",
            "hat",
            "hilfe",
            "ich",
            "ihr",
            "im",
            "immer",
            "ist",
            "ja",
            "jetzt",
            "kann",
            "kein",
            "keine",
            "keinen",
            "kommt",
            "könnt",
            "mal",
            "man",
            "mehr",
            "mein",
            "meine",
            "meinem",
            "meinen",
            "meiner",
            "mich",
            "mir",
            "mit",
            "muss",
            "nach",
            "nicht",
            "nichts",
            "noch",
            "nur",
            "ob",
            "oder",
            "ohne",
            "schon",
            "sehr",
            "sein",
            "seit",
            "sich",
            "sie",
            "sind",
            "über",
            "und",
            "uns",
            "vom",
            "von",
            "vor",
            "wann",
            "warum",
            "weil",
            "wenn",
            "wer",
            "werden",
            "wie",
            "wieder",
            "wir",
            "wird",
            "wo",
            "zu",
            "zum",
            "zur",
            "geht",
            "funktioniert");
    private static final Set<String> ENGLISH_WORDS = Set.of(
            "a", "about", "after", "all", "an", "and", "any", "anyone", "are", "as", "at", "be", "been", "but", "by",
            "can", "can't", "could", "did", "do", "does", "doesn't", "don't", "for", "from", "get", "had", "has",
            "have", "help", "how", "i", "i'm", "if", "is", "it", "it's", "its", "just", "me", "my", "need", "no", "not",
            "now", "of", "on", "or", "our", "please", "should", "since", "so", "some", "than", "thanks", "that", "the",
            "their", "then", "there", "they", "this", "to", "up", "was", "we", "what", "when", "where", "which", "why",
            "will", "with", "without", "won't", "work", "working", "would", "you", "your");

    private Languages() {}

    /** {@code de} or {@code en}; the fallback when the text gives no hint. */
    public static String guess(String text, String fallback) {
        int german = 0;
        int english = 0;
        for (String word : WORD_ENDS.split(text.toLowerCase(Locale.ROOT))) {
            german += GERMAN_WORDS.contains(word) || hasGermanLetter(word) ? 1 : 0;
            english += ENGLISH_WORDS.contains(word) ? 1 : 0;
        }
        if (german == english) {
            return fallback;
        }
        return german > english ? GERMAN : ENGLISH;
    }

    /** As {@link #guess(String, String)}, German when in doubt. */
    public static String guess(String text) {
        return guess(text, GERMAN);
    }

    /** Whether the word, in lower case, is one of those that stand in any text of its language and tell nothing of it. */
    public static boolean isSmallWord(String word) {
        return GERMAN_WORDS.contains(word) || ENGLISH_WORDS.contains(word);
    }

    private static boolean hasGermanLetter(String word) {
        return word.chars().anyMatch(c -> c == 'ä' || c == 'ö' || c == 'ü' || c == 'ß');
    }
}
