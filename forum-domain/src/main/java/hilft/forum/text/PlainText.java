package hilft.forum.text;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/** The words of rendered HTML, and the other way round: words as HTML without any formatting. */
final class PlainText implements HtmlSanitizer.Policy {
    private static final Set<String> BLOCKS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol", "li", "tr", "table", "hr");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final StringBuilder words = new StringBuilder();

    private PlainText() {}

    static String of(String html) {
        PlainText text = new PlainText();
        HtmlSanitizer.sanitize(html, text);
        return text.words.toString().strip();
    }

    static String toHtml(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.split("\n{2,}")) {
            html.append("<p>")
                    .append(escape(paragraph).replace("\n", "<br />\n"))
                    .append("</p>\n");
        }
        return html.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String shorten(String line, int max) {
        if (line.length() <= max) {
            return line;
        }
        int end = Math.max(0, max - 1);
        int space = line.lastIndexOf(' ', end);
        if (space > end / 2) {
            end = space;
        } else if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + "…";
    }

    @Override
    public void text(String text) {
        boolean isBetweenBlocks = text.isBlank() && (words.isEmpty() || endsWith('\n'));
        if (!isBetweenBlocks) {
            words.append(text);
        }
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        if (name.equals("img")) {
            int alt = attributes.indexOf("alt");
            words.append(alt >= 0 && alt % 2 == 0 ? attributes.get(alt + 1) : "");
        } else {
            breakBefore(name);
        }
    }

    @Override
    public void closeTag(String name) {
        breakBefore(name);
    }

    private void breakBefore(String name) {
        if (BLOCKS.contains(name)) {
            newLine();
        } else if (CELLS.contains(name) && !endsWith(' ') && !endsWith('\n')) {
            words.append(' ');
        }
    }

    private void newLine() {
        while (endsWith(' ')) {
            words.setLength(words.length() - 1);
        }
        if (words.length() > 0 && !endsWith('\n')) {
            words.append('\n');
        }
    }

    private boolean endsWith(char c) {
        return words.length() > 0 && words.charAt(words.length() - 1) == c;
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}
}
