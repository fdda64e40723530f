package hilft.web.page.share;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a post can be carried to, each a plain link.
 *
 * @param url the absolute address of the post
 * @param title of its thread
 */
public record ShareLinks(String url, String title) {

    public String x() {
        return "https://x.com/intent/post?text=" + encoded(title) + "&url=" + encoded(url);
    }

    public String facebook() {
        return "https://www.facebook.com/sharer/sharer.php?u=" + encoded(url);
    }

    public String mail() {
        return "mailto:?subject=" + encoded(title) + "&body=" + encoded(title + "\r\n\r\n" + url);
    }

    /** The page on a Mastodon server where a post is written. */
    static String mastodon(String server, String url, String title) {
        return "https://" + server + "/share?text=" + encoded(title + "\n\n" + url);
    }

    // a blank as plus would stand as a plus in a mail
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
