package hilft.forum.text;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.ParserEmulationProfile;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Turns a post's Markdown (CommonMark with GitHub's tables, strikethrough, autolinks and task lists) into safe HTML and
 * into plain text.
 *
 * <p>A page owns its h1 and h2, so headings in a post start at h3. One line break is a line break, as people expect of a
 * text field. Hostile or absurdly nested text is shown as it was typed, without formatting.
 */
@ApplicationScoped
public class Markdown {
    /** CommonMark as the specification's examples have it; the conformance test runs exactly this stage. */
    static final DataHolder COMMON_MARK = new MutableDataSet()
            .setFrom(ParserEmulationProfile.COMMONMARK)
            .set(HtmlRenderer.PERCENT_ENCODE_URLS, true)
            .toImmutable();

    private static final DataHolder FORUM = new MutableDataSet(COMMON_MARK)
            .set(
                    Parser.EXTENSIONS,
                    List.of(
                            TablesExtension.create(),
                            StrikethroughExtension.create(),
                            TaskListExtension.create(),
                            AutolinkExtension.create()))
            .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
            .set(TablesExtension.COLUMN_SPANS, false)
            .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
            .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
            .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
            .set(HtmlRenderer.ESCAPE_HTML, true)
            .set(HtmlRenderer.SOFT_BREAK, "<br />\n")
            // A read-only checkbox would be a form field without a label; the sign is read aloud as what it is.
            .set(TaskListExtension.ITEM_DONE_MARKER, "\u2611 ")
            .set(TaskListExtension.ITEM_NOT_DONE_MARKER, "\u2610 ")
            .toImmutable();

    private static final Parser PARSER = Parser.builder(FORUM).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder(FORUM).build();

    static {
        // A class whose first use overflows the stack stays broken for ever: use them all while the stack is flat.
        RENDERER.render(
                PARSER.parse("# a\n> - [ ] *b* ~~c~~ `d` <e> &amp; \\* https://f.de ![g](h \"i\")\n\n|j|\n|-|\n|k|\n"));
    }

    /** Safe HTML of a post; an empty text gives an empty string. */
    public String toHtml(String markdown) {
        return PostPolicy.sanitize(render(Input.text(markdown)));
    }

    /** The words of a post without any markup, blocks on lines of their own: for the search index and plain mails. */
    public String toPlain(String markdown) {
        return PlainText.of(render(Input.text(markdown)));
    }

    /** The beginning of a post on one line, at most {@code max} UTF-16 units, cut between words with an ellipsis. */
    public String excerpt(String markdown, int max) {
        return PlainText.shorten(Input.line(toPlain(markdown)), max);
    }

    private static String render(String text) {
        if (MarkdownRules.isTooTangled(text)) {
            return PlainText.toHtml(text);
        }
        try {
            Document document = PARSER.parse(text);
            return MarkdownRules.isTooDeep(document) ? PlainText.toHtml(text) : RENDERER.render(document);
        } catch (StackOverflowError tooDeep) {
            // The parser's regular expressions recurse for each repetition: no list of rules knows every such text.
            return PlainText.toHtml(text);
        }
    }
}
