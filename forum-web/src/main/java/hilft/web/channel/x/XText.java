package hilft.web.channel.x;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextParser;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as X sees them: how long they are, what in them is a link, which post is which (twitter-text 3.1.0). */
final class XText {

    /** What X takes, in weighted characters: a link counts 23 however long it is. */
    static final int MAX = 280;

    private static final Extractor EXTRACTOR = new Extractor();
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORTENED = Pattern.compile("https?://t\\.co/\\w+\\W*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING_MENTIONS = Pattern.compile("^(?:@\\w{1,15}\\s+){1,50}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern TRAILING = Pattern.compile("[/.,;:!?)\\]}\"'…]+$");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,18}");
    private static final Pattern POST = Pattern.compile(
            "https://(?:www\\.|mobile\\.)?(?:x|twitter)\\.com(/.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PATH =
            Pattern.compile("/(?:\\w{1,15}|i/web)/status/([1-9][0-9]{0,18})(?:/(?:photo|video)/[1-9])?/?(?:[?#]\\S*)?");

    private XText() {}

    static int length(String text) {
        return TwitterTextParser.parseTweet(text).weightedLength;
    }

    /** Whether X makes a link of anything in it; it does of whatever looks like a domain. */
    static boolean hasLink(String text) {
        return !EXTRACTOR.extractURLs(text).isEmpty();
    }

    /** The id in what was pasted: 1 to 19 digits, or a post's address at X or at {@code webUrl}. */
    static Optional<String> postId(String pasted, String webUrl) {
        if (ID.matcher(pasted).matches()) {
            return Optional.of(pasted);
        }
        Matcher post = POST.matcher(pasted);
        Optional<String> path = post.matches()
                ? Optional.of(post.group(1))
                : pasted.startsWith(webUrl + "/") ? Optional.of(pasted.substring(webUrl.length())) : Optional.empty();
        return path.map(PATH::matcher).filter(Matcher::matches).map(match -> match.group(1));
    }

    /** A text by its words alone, as X shows them: without links, and without the mentions that begin a reply. */
    static String words(String text) {
        String line = BLANKS.matcher(Normalizer.normalize(ADDRESS.matcher(text).replaceAll(" "), Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        return LEADING_MENTIONS.matcher(line + " ").replaceFirst("").strip();
    }

    /** As {@link #words}, without what X makes a link of although it is written as a bare domain. */
    static String wordsWithoutDomains(String text) {
        String rest = ADDRESS.matcher(text).replaceAll(" ");
        for (String link : EXTRACTOR.extractURLs(rest)) {
            rest = rest.replaceAll(Pattern.quote(link) + "\\S*", " ");
        }
        return words(rest);
    }

    /** The full addresses in a text, in one spelling. */
    static Set<String> links(String text) {
        return ADDRESS.matcher(SHORTENED.matcher(text).replaceAll(" "))
                .results()
                .map(match -> trim(match.group()))
                .collect(Collectors.toSet());
    }

    static String trim(String link) {
        return TRAILING.matcher(link.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /** X escapes these three in what it shows. */
    static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
