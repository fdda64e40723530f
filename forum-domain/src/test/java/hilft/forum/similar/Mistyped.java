package hilft.forum.similar;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts as people really type them; each text always the same way. */
final class Mistyped {

    static final long SEED = 11;

    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{4,}");

    private Mistyped() {}

    /** One letter of one word of four letters and more left out, added, changed or swapped with the next. */
    static String once(String text) {
        Random random = new Random(SEED * 31 + text.hashCode());
        List<MatchResult> words = LONG_WORD.matcher(text).results().toList();
        if (words.isEmpty()) {
            return text;
        }
        MatchResult word = words.get(random.nextInt(words.size()));
        int at = word.start() + 1 + random.nextInt(word.end() - word.start() - 1);
        char letter = (char) ('a' + random.nextInt(26));
        String start = text.substring(0, at);
        String end = text.substring(at);
        return switch (random.nextInt(4)) {
            case 0 -> start + end.substring(1);
            case 1 -> start + letter + end;
            case 2 -> start + letter + end.substring(1);
            default ->
                at + 1 < word.end() ? start + end.charAt(1) + end.charAt(0) + end.substring(2) : start + letter + end;
        };
    }

    static String withoutUmlauts(String text) {
        return text.replace("ä", "a")
                .replace("ö", "o")
                .replace("ü", "u")
                .replace("Ä", "A")
                .replace("Ö", "O")
                .replace("Ü", "U")
                .replace("ß", "ss");
    }

    static String withEforUmlauts(String text) {
        return text.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("ß", "ss");
    }

    static String threeQuarters(String text) {
        return text.substring(0, (int) Math.ceil(text.length() * 0.75));
    }
}
