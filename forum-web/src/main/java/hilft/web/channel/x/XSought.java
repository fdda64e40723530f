package hilft.web.channel.x;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A post that may be out, as it would be recognised. X shortens links, escapes {@code &}, {@code <} and {@code >}, and
 * puts the mentions of a reply before it.
 */
record XSought(
        Set<String> words, Set<String> links, @Nullable String replyTo) {

    /** A post of ours is shorter, even with everything escaped. */
    private static final int LONGEST = 4000;

    static XSought of(String text, @Nullable String replyTo) {
        Set<String> words = new HashSet<>();
        words.add(XText.words(text));
        words.add(XText.wordsWithoutDomains(text));
        return new XSought(words, XText.links(text), replyTo);
    }

    boolean is(XPosts.Post post) {
        boolean sameConversation = post.repliesTo().isEmpty()
                || (replyTo != null && post.repliesTo().contains(replyTo));
        return sameConversation && post.text().length() <= LONGEST && hasWords(post.text()) && hasLinks(post);
    }

    private boolean hasWords(String text) {
        return words.contains(XText.words(text)) || words.contains(XText.words(XText.unescape(text)));
    }

    /** Where X tells no full address, the words must do. */
    private boolean hasLinks(XPosts.Post post) {
        Set<String> shown = new HashSet<>(XText.links(post.text()));
        post.links().forEach(link -> shown.add(XText.trim(link)));
        return shown.isEmpty() || shown.containsAll(links);
    }
}
