package hilft.forum.search.record;

import hilft.forum.text.Input;
import java.util.Locale;
import java.util.regex.Pattern;

/** What of a search is kept: its words, without whatever in them could lead to somebody. */
final class SearchRecordRules {

    /** Stands for what is not kept, and alone for searches of which nothing is. */
    static final String LEFT_OUT = "…";

    static final int LONGEST = 80;

    /** Marks that stand for plain ones, as the search reads them. */
    private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u201F\u00AB\u00BB]");

    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
    private static final Pattern HANDLE = Pattern.compile("(?<!\\S)@\\S+");
    private static final Pattern MEMBER = Pattern.compile("(?<!\\S)(-?(?:author|autor|by|von)):(?:\"[^\"]*\"?|\\S+)");

    /** Four digits or more, also when they are grouped as in telephone and account numbers. */
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ ()/.+-]{0,2}\\d){3,}");

    private static final Pattern REPEATED = Pattern.compile(LEFT_OUT + "(?:\\s*" + LEFT_OUT + ")+");

    private SearchRecordRules() {}

    /** At most 80 characters in lower case; never empty. */
    static String kept(String typed) {
        String query = Input.line(typed).toLowerCase(Locale.ROOT);
        query = QUOTES.matcher(query).replaceAll("\"");
        query = ADDRESS.matcher(query).replaceAll(LEFT_OUT);
        query = HANDLE.matcher(query).replaceAll(LEFT_OUT);
        query = MEMBER.matcher(query).replaceAll("$1:" + LEFT_OUT);
        query = NUMBER.matcher(query).replaceAll(LEFT_OUT);
        query = REPEATED.matcher(query).replaceAll(LEFT_OUT);
        query = shorten(query).strip();
        return query.isEmpty() ? LEFT_OUT : query;
    }

    private static String shorten(String query) {
        return Input.length(query) <= LONGEST ? query : query.substring(0, query.offsetByCodePoints(0, LONGEST));
    }
}
