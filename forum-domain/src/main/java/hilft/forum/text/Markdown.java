package hilft.forum.text;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.ParserEmulationProfile;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** Without blocks but paragraphs, and without pictures: signs that would make one are text. */
    private static final DataHolder LINE = new MutableDataSet(COMMON_MARK)
            .set(Parser.EXTENSIONS, List.of(StrikethroughExtension.create(), AutolinkExtension.create()))
            .set(Parser.BLOCK_QUOTE_PARSER, false)
            .set(Parser.FENCED_CODE_BLOCK_PARSER, false)
            .set(Parser.HEADING_PARSER, false)
            .set(Parser.HTML_BLOCK_PARSER, false)
            .set(Parser.INDENTED_CODE_BLOCK_PARSER, false)
            .set(Parser.LIST_BLOCK_PARSER, false)
            .set(Parser.REFERENCE_PARAGRAPH_PRE_PROCESSOR, false)
            .set(Parser.THEMATIC_BREAK_PARSER, false)
            .set(HtmlRenderer.ESCAPE_HTML, true)
            .set(HtmlRenderer.SOFT_BREAK, "<br />\n")
            .toImmutable();

    /**
     * A comment is short and stands below a post: it has no headings, tables or rules, no code by mere blanks, and only small
     * pictures, which are whole where they lead.
     */
    private static final DataHolder COMMENT = new MutableDataSet(COMMON_MARK)
            .set(Parser.EXTENSIONS, List.of(StrikethroughExtension.create(), AutolinkExtension.create()))
            .set(Parser.HEADING_PARSER, false)
            .set(Parser.HTML_BLOCK_PARSER, false)
            .set(Parser.INDENTED_CODE_BLOCK_PARSER, false)
            .set(Parser.REFERENCE_PARAGRAPH_PRE_PROCESSOR, false)
            .set(Parser.THEMATIC_BREAK_PARSER, false)
            .set(HtmlRenderer.ESCAPE_HTML, true)
            .set(HtmlRenderer.SOFT_BREAK, "<br />\n")
            .set(PictureRenderer.LONGEST, 280)
            .toImmutable();

    private static final Parser COMMENT_PARSER = Parser.builder(COMMENT).build();
    private static final HtmlRenderer COMMENT_RENDERER = HtmlRenderer.builder(COMMENT)
            .extensions(List.of(new PictureRenderer.OfPosts(), new MentionRenderer.OfPosts()))
            .build();
    private static final HtmlRenderer COMMENT_PLAIN =
            HtmlRenderer.builder(COMMENT).build();
    private static final Parser LINE_PARSER = Parser.builder(LINE).build();
    private static final HtmlRenderer LINE_RENDERER = HtmlRenderer.builder(LINE)
            .extensions(List.of(new PictureRenderer.OfPosts()))
            .build();
    private static final Parser PARSER = Parser.builder(FORUM).build();

    /** For those who want the words alone, those of pictures too. */
    private static final HtmlRenderer PLAIN = HtmlRenderer.builder(FORUM).build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder(FORUM)
            .extensions(List.of(new PictureRenderer.OfPosts(), new MentionRenderer.OfPosts()))
            .build();

    /** How the address of every picture of ours begins. */
    private static final String OURS = "/attachments/";

    static {
        LINE_RENDERER.render(LINE_PARSER.parse("# *b* ~~c~~ `d` <e> &amp; \\* https://f.de ![g](h \"i\") [j](k)\nl"));
        // A class whose first use overflows the stack stays broken for ever: use them all while the stack is flat.
        String all = "@abc\n# a\n> - [ ] *b* ~~c~~ `d` <e> &amp; \\* https://f.de ![g](h \"i\")\n\n|j|\n|-|\n|k|\n";
        Document document = PARSER.parse(all);
        document.set(MentionRenderer.MEMBERS, Set.of("abc"));
        RENDERER.render(document);
        PLAIN.render(PARSER.parse(all));
        COMMENT_RENDERER.render(COMMENT_PARSER.parse(all));
        COMMENT_PLAIN.render(COMMENT_PARSER.parse(all));
    }

    /** Safe HTML of a text without pictures; where it names some, there are links. An empty text gives an empty string. */
    public String toHtml(String markdown) {
        return toHtml(markdown, Map.of(), Set.of());
    }

    /**
     * Safe HTML of a post.
     *
     * @param pictures what it shows, by the address the text has for them; other pictures are links
     * @param members the handles that lead to a profile where they stand behind an @; others are words
     */
    public String toHtml(String markdown, Map<String, Picture> pictures, Set<String> members) {
        return PostPolicy.sanitize(render(Input.text(markdown), PARSER, RENDERER, pictures, members));
    }

    /** The addresses of the pictures a text names, if they may be ours; each once, in the order of the text. */
    public Set<String> pictures(String markdown) {
        return pictures(markdown, PARSER);
    }

    /** As {@link #pictures}, of a comment. */
    public Set<String> commentPictures(String markdown) {
        return pictures(markdown, COMMENT_PARSER);
    }

    private static Set<String> pictures(String markdown, Parser parser) {
        Set<String> addresses = new LinkedHashSet<>();
        String text = Input.text(markdown);
        if (text.contains(OURS) && !MarkdownRules.isTooTangled(text)) {
            try {
                Document document = parser.parse(text);
                for (Node node : document.getDescendants()) {
                    PictureRenderer.address(node, document)
                            .filter(address -> address.startsWith(OURS))
                            .ifPresent(addresses::add);
                }
            } catch (StackOverflowError tooDeep) {
                return Set.of();
            }
        }
        return addresses;
    }

    /**
     * The handles of those whom a post or comment names by @, each once, in the order of the text, at most thirty; whether
     * they are anybody's is not known here. A text too tangled to be formatted names nobody.
     */
    public Set<String> mentions(String markdown) {
        String text = Input.text(markdown);
        if (text.indexOf('@') < 0 || MarkdownRules.isTooTangled(text)) {
            return Set.of();
        }
        try {
            Document document = PARSER.parse(text);
            return MarkdownRules.isTooDeep(document) ? Set.of() : Mentions.in(document);
        } catch (StackOverflowError tooDeep) {
            return Set.of();
        }
    }

    /** The words of a post without any markup, blocks on lines of their own: for the search index and plain mails. */
    public String toPlain(String markdown) {
        return PlainText.of(render(Input.text(markdown), PARSER, PLAIN, Map.of(), Set.of()));
    }

    /** Whether a reader of the post sees a letter, a digit, a symbol or a picture, or at least a link to that. */
    public boolean isVisible(String markdown) {
        return isVisible(markdown, PARSER, RENDERER);
    }

    /** As {@link #isVisible}, of a comment. */
    public boolean isCommentVisible(String markdown) {
        return isVisible(markdown, COMMENT_PARSER, COMMENT_RENDERER);
    }

    private static boolean isVisible(String markdown, Parser parser, HtmlRenderer renderer) {
        return Input.isVisible(PlainText.of(render(Input.text(markdown), parser, renderer, Map.of(), Set.of())));
    }

    /** The beginning of a post on one line, at most {@code max} UTF-16 units, cut between words with an ellipsis. */
    public String excerpt(String markdown, int max) {
        return PlainText.shorten(Input.line(toPlain(markdown)), max);
    }

    /** Safe HTML of a comment: what a post may have but headings, tables and rules; parameters as those of a post. */
    public String toCommentHtml(String markdown, Map<String, Picture> pictures, Set<String> members) {
        return PostPolicy.sanitize(render(Input.text(markdown), COMMENT_PARSER, COMMENT_RENDERER, pictures, members));
    }

    /** The words of a comment without any markup, those of its pictures too. */
    public String toCommentPlain(String markdown) {
        return PlainText.of(render(Input.text(markdown), COMMENT_PARSER, COMMENT_PLAIN, Map.of(), Set.of()));
    }

    /** Safe HTML of few words about somebody: links, code and emphasis; a picture is a link to it. */
    public String toLineHtml(String markdown) {
        return PostPolicy.sanitizeLine(render(Input.text(markdown), LINE_PARSER, LINE_RENDERER, Map.of(), Set.of()));
    }

    private static String render(
            String text, Parser parser, HtmlRenderer renderer, Map<String, Picture> pictures, Set<String> members) {
        if (MarkdownRules.isTooTangled(text)) {
            return PlainText.toHtml(text);
        }
        try {
            Document document = parser.parse(text);
            document.set(PictureRenderer.PICTURES, pictures);
            document.set(MentionRenderer.MEMBERS, members);
            return MarkdownRules.isTooDeep(document) ? PlainText.toHtml(text) : renderer.render(document);
        } catch (StackOverflowError tooDeep) {
            // The parser's regular expressions recurse for each repetition: no list of rules knows every such text.
            return PlainText.toHtml(text);
        }
    }
}
