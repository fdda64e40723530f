package hilft.forum.similar;

import hilft.forum.text.Languages;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which language a short question is in: by its little words, else by the dictionary that knows more of it. */
final class AskedLanguage {

    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final String UNDECIDED = "";
    private static final int WORDS_MAX = 40;

    private final Gloss gloss;
    private final Map<String, Integer> english;

    AskedLanguage(Gloss gloss, Map<String, Integer> english) {
        this.gloss = gloss;
        this.english = english;
    }

    /** {@code de} or {@code en}; German when nothing tells. */
    String guess(String text) {
        String byLittleWords = Languages.guess(text, UNDECIDED);
        if (!byLittleWords.equals(UNDECIDED)) {
            return byLittleWords;
        }
        double german = 0;
        double english = 0;
        int words = 0;
        for (String word : WORD_ENDS.split(text.toLowerCase(Locale.ROOT))) {
            if (word.length() < 2 || words++ == WORDS_MAX) {
                continue;
            }
            boolean isEnglish = this.english.containsKey(word);
            if (gloss.lists(word)) {
                german += isEnglish ? 0.5 : 1;
            } else if (!isEnglish && gloss.knows(word)) {
                german += 0.8;
            }
            english += isEnglish ? 1 : 0;
        }
        return english > german ? Languages.ENGLISH : Languages.GERMAN;
    }
}
