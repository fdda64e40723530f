package hilft.forum.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The readable end of a thread's address; it decides nothing, the id before it does. */
public final class Slug {
    private static final int MAX = 80;
    private static final String NOTHING_LEFT = "frage";
    /** What stands behind a question's id for something else than its title. */
    private static final Set<String> TAKEN = Set.of("edit", "revisions", "comments");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    /** Lower-case ASCII words joined by hyphens, 1 to 80 characters. */
    public static String of(String title) {
        String german = Normalizer.normalize(title, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ł", "l");
        String ascii = MARKS.matcher(Normalizer.normalize(german, Normalizer.Form.NFKD))
                .replaceAll("");
        String slug = trim(OTHERS.matcher(ascii).replaceAll("-"));
        if (slug.length() > MAX) {
            int hyphen = slug.lastIndexOf('-', MAX);
            slug = trim(slug.substring(0, hyphen > MAX / 2 ? hyphen : MAX));
        }
        if (slug.isEmpty()) {
            return NOTHING_LEFT;
        }
        return TAKEN.contains(slug) ? NOTHING_LEFT + "-" + slug : slug;
    }

    private static String trim(String slug) {
        int start = slug.startsWith("-") ? 1 : 0;
        int end = slug.endsWith("-") ? slug.length() - 1 : slug.length();
        return start < end ? slug.substring(start, end) : "";
    }
}
