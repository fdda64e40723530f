package hilft.forum.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostileHtmlTest {
    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "hr",
            "blockquote",
            "ul",
            "ol",
            "li",
            "em",
            "strong",
            "del",
            "code",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "a",
            "img",
            "h3",
            "h4",
            "h5",
            "h6");
    private static final Set<String> ATTRIBUTES =
            Set.of("href", "title", "src", "alt", "rel", "class", "start", "tabindex", "loading", "referrerpolicy");
    /** As browsers read it: a scheme starts with a letter, and blanks and controls within it do not count. */
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private final Markdown markdown = new Markdown();

    @Test
    void noPayloadSurvivesAsAPost() throws IOException {
        for (JsonNode payload : Fixtures.json("xss/dompurify-payloads.json")) {
            assertHarmless(markdown.toHtml(text(payload)));
            assertHarmless(markdown.toHtml("> 1. " + text(payload)));
            assertHarmless(markdown.toLineHtml(text(payload)));
            assertHarmless(markdown.toCommentHtml("- > " + text(payload), Map.of(), Set.of()));
        }
    }

    @Test
    void noPayloadSurvivesTheSanitizerEvenIfTheRendererLetsHtmlThrough() throws IOException {
        Parser parser = Parser.builder(Markdown.COMMON_MARK).build();
        HtmlRenderer renderer = HtmlRenderer.builder(Markdown.COMMON_MARK).build();
        int payloads = 0;
        for (JsonNode payload : Fixtures.json("xss/dompurify-payloads.json")) {
            assertHarmless(PostPolicy.sanitize(text(payload)));
            assertHarmless(PostPolicy.sanitizeLine(text(payload)));
            assertHarmless(PostPolicy.sanitize(renderer.render(parser.parse(text(payload)))));
            payloads++;
        }
        assertThat(payloads).isEqualTo(223);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](javascript:alert(1))",
                "[a](  JaVaScRiPt:alert(1))",
                "[a](java\tscript:alert(1))",
                "[a](java&#10;script:alert(1))",
                "[a](&#x6A;avascript:alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](vbscript:x)",
                "<javascript:alert(1)>",
                "![a](javascript:alert(1))",
                "![a](http://tracker.example/pixel.png)",
                "![a](//tracker.example/pixel.png)",
                "![a](/\\tracker.example/pixel.png)",
                "![a](data:image/svg+xml;base64,PHN2Zz4=)",
                "[a]: javascript:alert(1)\n\n[a]",
                "[a](x \"\\\" onmouseover=alert(1) \")",
                "![\" onerror=alert(1) x=\"](https://example.org/x.png)",
                "``` \" onclick=alert(1)\nx\n```",
                "<svg onload=alert(1)>",
                "http://example.org/\"onclick=alert(1)"
            })
    void markdownItselfCarriesNoScript(String payload) {
        assertHarmless(markdown.toHtml(payload));
        assertHarmless(markdown.toLineHtml(payload));
        assertHarmless(markdown.toCommentHtml(payload, Map.of(), Set.of()));
    }

    /** Shows that the check above can fail. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>1</script>",
                "<p onclick=x>",
                "<a href='javascript:x'>",
                "<a href=' java\nscript:x'>",
                "<img src='data:x'>",
                "<p style=x>",
                "<img src='//x/y'>",
                "<p id=x>"
            })
    void theCheckSeesWhatIsDangerous(String html) {
        assertThat(dangers(html)).isNotEmpty();
    }

    private static String text(JsonNode payload) {
        return payload.isTextual() ? payload.asText() : payload.path("payload").asText(payload.toString());
    }

    private static void assertHarmless(String html) {
        assertThat(dangers(html)).as(html).isEmpty();
    }

    private static List<String> dangers(String html) {
        List<String> dangers = new ArrayList<>();
        for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
            if (!element.normalName().equals("body") && !ELEMENTS.contains(element.normalName())) {
                dangers.add("<" + element.normalName() + ">");
            }
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                if (!ATTRIBUTES.contains(name) || !isSafeUrl(name, attribute.getValue())) {
                    dangers.add(element.normalName() + " " + attribute);
                }
            }
        }
        return dangers;
    }

    private static boolean hasSafeScheme(String url) {
        Matcher scheme =
                SCHEME.matcher(url.replaceAll("[\\x00-\\x20\\x7F\\s]", "").toLowerCase(Locale.ROOT));
        return !scheme.matches() || SCHEMES.contains(scheme.group(1));
    }

    private static boolean isSafeUrl(String name, String value) {
        return switch (name) {
            case "href" -> hasSafeScheme(value);
            case "src" -> value.matches("(?i)https://.*|/[^/\\\\].*|/");
            default -> true;
        };
    }
}
