package hilft.web.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed by <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>. Ids are tag URIs (RFC 4151): they stay when a
 * title changes.
 *
 * @param path of the feed itself
 * @param page the path of the page that shows the same
 */
record Feed(String baseUrl, String path, String page, String title, String language, List<Entry> entries) {

    static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /** The author of {@code by} has a page unless they are deleted; {@code html} is sanitised. */
    record Entry(
            String key,
            String page,
            String title,
            String language,
            String by,
            @Nullable String byPage,
            Instant published,
            Instant updated,
            List<String> tags,
            String html) {}

    byte[] write() {
        XmlDocument xml = new XmlDocument("feed", NAMESPACE, "xml:lang", language, "xml:base", baseUrl + "/");
        xml.element("id", tag(path));
        xml.element("title", title);
        xml.element("updated", updated().toString());
        link(xml, "self", "application/atom+xml", path);
        link(xml, "alternate", "text/html", page);
        entries.forEach(entry -> write(entry, xml));
        return xml.bytes();
    }

    private void write(Entry entry, XmlDocument xml) {
        xml.open("entry", "xml:lang", entry.language());
        xml.element("id", tag("/" + entry.key()));
        xml.element("title", entry.title());
        link(xml, "alternate", "text/html", entry.page());
        xml.open("author").element("name", entry.by());
        if (entry.byPage() != null) {
            xml.element("uri", baseUrl + entry.byPage());
        }
        xml.close();
        xml.element("published", entry.published().toString());
        xml.element("updated", entry.updated().toString());
        entry.tags().forEach(tag -> xml.open("category", "term", tag).close());
        xml.element("content", entry.html(), "type", "html");
        xml.close();
    }

    private void link(XmlDocument xml, String relation, String type, String path) {
        xml.open("link", "rel", relation, "type", type, "href", baseUrl + path).close();
    }

    /** Of the latest entry; an empty feed has never been updated, and has to say when. */
    private Instant updated() {
        return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private String tag(String path) {
        return "tag:" + URI.create(baseUrl).getHost() + ",2026:" + path.substring(1);
    }
}
