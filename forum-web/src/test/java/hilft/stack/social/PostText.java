package hilft.stack.social;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What X makes of a text: its weighted length, its mentions, and its links shortened to t.co. Links to localhost are
 * shortened too, though X would not know them for links, because the forum of a stack lives there; their length counts
 * as X would count it, letter by letter.
 */
final class PostText {
    static final int MAX_WEIGHT = 280;

    private static final int DISPLAYED = 30;
    private static final int SLUG = 10;
    private static final Pattern LOCAL =
            Pattern.compile("https?://localhost(?::\\d{1,5})?(?:/[^\\s<>\"']*[^\\s<>\"'.,;:!?)])?");
    private static final Extractor EXTRACTOR = new Extractor();

    private PostText() {}

    /** A link in the text as typed, from start (inclusive) to end (exclusive) in chars. */
    record Link(int start, int end, String typed) {
        String expanded() {
            return typed.matches("(?i)https?://.*") ? typed : "http://" + typed;
        }

        String display() {
            var bare = typed.replaceFirst("(?i)^https?://(www\\.)?", "");
            return bare.length() <= DISPLAYED ? bare : bare.substring(0, DISPLAYED) + "…";
        }

        String shortened() {
            var name = UUID.nameUUIDFromBytes(expanded().getBytes(StandardCharsets.UTF_8));
            return "https://t.co/" + name.toString().replace("-", "").substring(0, SLUG);
        }
    }

    static int weight(String text) {
        return TwitterTextParser.parseTweet(text).weightedLength;
    }

    static boolean isValid(String text) {
        return TwitterTextParser.parseTweet(text).isValid;
    }

    static boolean mentions(String text, Account account) {
        return EXTRACTOR.extractMentionedScreennames(text).stream().anyMatch(account.handle()::equalsIgnoreCase);
    }

    static List<Link> links(String text) {
        var links = new ArrayList<Link>();
        var local = LOCAL.matcher(text);
        while (local.find()) {
            links.add(new Link(local.start(), local.end(), local.group()));
        }
        for (var url : EXTRACTOR.extractURLsWithIndices(text)) {
            if (links.stream().noneMatch(link -> url.getStart() < link.end() && link.start() < url.getEnd())) {
                links.add(new Link(url.getStart(), url.getEnd(), url.getValue()));
            }
        }
        links.sort(Comparator.comparingInt(Link::start));
        return links;
    }

    /** The text as X gives it out: links shortened, and {@code & < >} as entities. */
    static String wire(String text) {
        var wire = new StringBuilder();
        var end = 0;
        for (var link : links(text)) {
            wire.append(entities(text.substring(end, link.start()))).append(link.shortened());
            end = link.end();
        }
        return wire.append(entities(text.substring(end))).toString();
    }

    /** The field {@code entities} of the text as X gives it out; places count code points. */
    static JsonObject entitiesOf(String text) {
        var urls = new JsonArray();
        var wire = wire(text);
        var from = 0;
        for (var link : links(text)) {
            var start = wire.indexOf(link.shortened(), from);
            from = start + link.shortened().length();
            var url = new JsonObject();
            url.addProperty("start", wire.codePointCount(0, start));
            url.addProperty("end", wire.codePointCount(0, from));
            url.addProperty("url", link.shortened());
            url.addProperty("expanded_url", link.expanded());
            url.addProperty("display_url", link.display());
            urls.add(url);
        }
        var entities = new JsonObject();
        if (!urls.isEmpty()) {
            entities.add("urls", urls);
        }
        return entities;
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
