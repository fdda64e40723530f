package hilft.web.faces;

import java.util.Locale;

/** Stands in for a picture: two initials on a colour that belongs to the handle. */
public final class Portrait {
    private static final int HUES = 12;

    private Portrait() {}

    public static int hue(String handle) {
        return Math.floorMod(handle.toLowerCase(Locale.ROOT).hashCode() * 31, HUES);
    }

    /** The first letters of the first and last word, or the first two of a single word. */
    public static String initials(String name) {
        String[] words = name.strip().split("[\\s._-]+");
        if (words.length > 1) return first(words[0], 1) + first(words[words.length - 1], 1);
        return first(name.strip(), 2);
    }

    private static String first(String word, int letters) {
        int count = Math.min(letters, word.codePointCount(0, word.length()));
        return word.substring(0, word.offsetByCodePoints(0, count)).toUpperCase(Locale.ROOT);
    }
}
