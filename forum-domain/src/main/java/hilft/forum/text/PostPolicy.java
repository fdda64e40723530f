package hilft.forum.text;

import java.util.List;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The HTML a post may have: no ids, no styles, no forms; classes only for code languages, task lists and alignment. */
final class PostPolicy {
    private static final Pattern LANGUAGE = Pattern.compile("language-[\\w+#.-]{1,30}");
    private static final Pattern TASK = Pattern.compile("task-list-item");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern OWN_PICTURE = Pattern.compile("/attachments/\\d{1,18}/[\\w.-]{1,90}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "blockquote", "ul", "ol", "li", "em", "strong", "del", "code")
            .allowElements("table", "thead", "tbody", "tr")
            .allowElements((name, attributes) -> heading(name), "h1", "h2", "h3", "h4", "h5", "h6")
            .allowElements((name, attributes) -> reachableByKeyboard(name, attributes), "pre")
            .allowElements((name, attributes) -> alignedByClass(name, attributes), "th", "td")
            .allowElements((name, attributes) -> lazyPicture(name, attributes), "img")
            .allowElements("a")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href", "title")
            .onElements("a")
            .allowAttributes("src")
            .matching(OWN_PICTURE)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("class")
            .matching(TASK)
            .onElements("li")
            .allowAttributes("align")
            .matching(false, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .requireRelsOnLinks("nofollow", "ugc", "noopener")
            .toFactory();

    private static final PolicyFactory LINE = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "del", "code", "a")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href", "title")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "ugc", "noopener")
            .toFactory();

    private PostPolicy() {}

    /** What few words about somebody may have. */
    static String sanitizeLine(String html) {
        return LINE.sanitize(html).strip();
    }

    static String sanitize(String html) {
        return POLICY.sanitize(html).strip();
    }

    private static String heading(String name) {
        int level = Math.min(6, name.charAt(1) - '0' + 2);
        return "h" + level;
    }

    /** A long line scrolls inside its block, which must be possible without a mouse (WCAG 2.1.1). */
    private static String reachableByKeyboard(String name, List<String> attributes) {
        attributes.addAll(List.of("tabindex", "0"));
        return name;
    }

    private static String alignedByClass(String name, List<String> attributes) {
        int align = attributes.indexOf("align");
        if (align >= 0) {
            attributes.set(align, "class");
            attributes.set(align + 1, "align-" + attributes.get(align + 1));
        }
        return name;
    }

    /** Its size is known, so that it may come late. */
    private static String lazyPicture(String name, List<String> attributes) {
        attributes.addAll(List.of("loading", "lazy"));
        return name;
    }
}
