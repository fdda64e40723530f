package hilft.forum.similar;

import hilft.forum.text.Languages;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which language a short question is in, by the dictionary that knows more of its words; such as both know, "was" or
 * "system", tell nothing.
 */
final class AskedLanguage {

    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final int WORDS_MAX = 40;
    private static final double CLEAR = 0.3;
    private static final double BY_FORM = 0.8;
    private static final double BY_MODEL = 0.4;

    private final Gloss gloss;
    private final Map<String, Integer> english;

    AskedLanguage(Gloss gloss, Map<String, Integer> english) {
        this.gloss = gloss;
        this.english = english;
    }

    /** {@code de} or {@code en}; German when nothing tells. */
    String guess(String text) {
        double balance = 0;
        int words = 0;
        for (String word : WORD_ENDS.split(text.toLowerCase(Locale.ROOT))) {
            if (word.length() >= 2 && words++ < WORDS_MAX) {
                balance += german(word);
            }
        }
        if (Math.abs(balance) < CLEAR) {
            return Languages.guess(text);
        }
        return balance > 0 ? Languages.GERMAN : Languages.ENGLISH;
    }

    /** More than 0 for German, less for English. */
    private double german(String word) {
        boolean inGerman = gloss.lists(word);
        boolean inEnglish = gloss.englishWords().containsKey(word);
        if (inGerman || inEnglish) {
            return (inGerman ? 1 : 0) - (inEnglish ? 1 : 0);
        }
        boolean ofModel = english.containsKey(word);
        boolean germanForm = gloss.knows(word);
        if (germanForm == ofModel) {
            return 0;
        }
        return germanForm ? BY_FORM : -BY_MODEL;
    }
}
