package hilft.forum.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RenderingAPostTest {
    private final Markdown markdown = new Markdown();

    @Test
    void headingsStayBelowThoseOfThePage() {
        assertThat(markdown.toHtml("# One\n\n## Two\n\n#### Four\n\nSet\n==="))
                .isEqualTo("<h3>One</h3>\n<h4>Two</h4>\n<h6>Four</h6>\n<h3>Set</h3>");
    }

    @Test
    void linksGiveAwayNothing() {
        assertThat(markdown.toHtml("[Anleitung](https://example.org/a?b=1&c=2 \"Titel\")"))
                .contains("href=\"https://example.org/a?b&#61;1&amp;c&#61;2\"")
                .contains("rel=\"nofollow ugc noopener\"")
                .contains("title=\"Titel\"");
    }

    @Test
    void bareAddressesBecomeLinks() {
        assertThat(markdown.toHtml("Siehe https://example.org/hilfe und www.example.org."))
                .contains("<a href=\"https://example.org/hilfe\" rel=\"nofollow ugc noopener\">")
                .contains("www.example.org</a>.");
    }

    private static final String ROUTER = "/attachments/1/router.png";
    private static final Map<String, Picture> PICTURES =
            Map.of(ROUTER, new Picture(ROUTER, "/attachments/1/full/router.png", 1600, 900));

    @Test
    void aPictureOfOursKnowsItsSizeAndLeadsToAllOfIt() {
        assertThat(markdown.toHtml("![Der *rote* Router](" + ROUTER + " \"Rückseite\")", PICTURES, Set.of()))
                .isEqualTo("<p><a href=\"/attachments/1/full/router.png\" rel=\"nofollow ugc noopener\">"
                        + "<img src=\"/attachments/1/router.png\" alt=\"Der rote Router\" width=\"1600\" height=\"900\""
                        + " title=\"Rückseite\" loading=\"lazy\" /></a></p>");
        assertThat(markdown.toHtml("![Router][bild]\n\n[bild]: " + ROUTER, PICTURES, Set.of()))
                .contains("width=\"1600\"");
    }

    @Test
    void aPictureInALinkLeadsWhereTheLinkLeads() {
        assertThat(markdown.toHtml("[![Router](" + ROUTER + ")](https://example.org/)", PICTURES, Set.of()))
                .contains("<a href=\"https://example.org/\"")
                .contains("<img src=\"/attachments/1/router.png\"")
                .doesNotContain("/full/");
        assertThat(markdown.toHtml("[![Router](https://example.org/x.png)](https://example.org/)", PICTURES, Set.of()))
                .isEqualTo("<p><a href=\"https://example.org/\" rel=\"nofollow ugc noopener\">Router</a></p>");
    }

    @Test
    void everyOtherPictureIsALink() {
        assertThat(markdown.toHtml("![Router](https://example.org/x.png)", PICTURES, Set.of()))
                .isEqualTo("<p><a href=\"https://example.org/x.png\" rel=\"nofollow ugc noopener\">Router</a></p>");
        assertThat(markdown.toHtml("![](https://example.org/x.png)")).contains(">https://example.org/x.png</a>");
        assertThat(markdown.toHtml("![Router](/attachments/2/x.png)", PICTURES, Set.of()))
                .doesNotContain("<img");
        assertThat(markdown.toHtml("![x](javascript:alert(1))", PICTURES, Set.of()))
                .isEqualTo("<p>x</p>");
        assertThat(markdown.toHtml("![x](data:image/png;base64,AAAA)", PICTURES, Set.of()))
                .isEqualTo("<p>x</p>");
        assertThat(markdown.toHtml("![nichts][nirgends]", PICTURES, Set.of())).isEqualTo("<p>![nichts][nirgends]</p>");
    }

    @Test
    void aTextSaysWhichPicturesItNames() {
        assertThat(markdown.pictures(
                        "![a](" + ROUTER + ") ![b][c] `![d](/attachments/9/d.png)` ![e](https://f.de/g.png)"
                                + "\n\n[c]: /attachments/2/c.jpg"))
                .containsExactly(ROUTER, "/attachments/2/c.jpg");
        assertThat(markdown.pictures("Ohne Bild")).isEmpty();
    }

    @Test
    void theWordsOfAPictureAreWordsOfThePost() {
        assertThat(markdown.toPlain("Hier: ![Der Router](" + ROUTER + ")")).isEqualTo("Hier: Der Router");
        assertThat(markdown.toPlain("Hier: ![](" + ROUTER + ")")).isEqualTo("Hier:");
    }

    @Test
    void codeKeepsItsLanguageAndScrollsByKeyboard() {
        assertThat(markdown.toHtml("```java\nint a = 1 < 2;\n```"))
                .isEqualTo("<pre tabindex=\"0\"><code class=\"language-java\">int a &#61; 1 &lt; 2;\n</code></pre>");
    }

    @Test
    void tablesAlignByClass() {
        assertThat(markdown.toHtml("Tarif | Preis\n--- | ---:\nS | 9,99"))
                .contains("<th>Tarif</th>")
                .contains("<th class=\"align-right\">Preis</th>")
                .contains("<td class=\"align-right\">9,99</td>");
    }

    @Test
    void tasksAreReadAloudWithoutFormFields() {
        assertThat(markdown.toHtml("- [x] Neustart\n- [ ] Reset"))
                .contains("<li class=\"task-list-item\">☑ Neustart</li>")
                .contains("☐ Reset")
                .doesNotContain("<input");
    }

    @Test
    void strikethroughAndEmphasisWork() {
        assertThat(markdown.toHtml("~~alt~~ **neu** *wichtig*"))
                .isEqualTo("<p><del>alt</del> <strong>neu</strong> <em>wichtig</em></p>");
    }

    @Test
    void aLineBreakIsALineBreak() {
        assertThat(markdown.toHtml("Zeile 1\nZeile 2")).contains("Zeile 1<br />\nZeile 2");
    }

    @Test
    void htmlIsShownAsTyped() {
        assertThat(markdown.toHtml("Mein <b>Router</b> heißt <ssid>"))
                .isEqualTo("<p>Mein &lt;b&gt;Router&lt;/b&gt; heißt &lt;ssid&gt;</p>");
    }

    @Test
    void emptyTextIsEmptyHtml() {
        assertThat(markdown.toHtml(" \n ")).isEmpty();
        assertThat(markdown.toPlain("")).isEmpty();
        assertThat(markdown.excerpt("", 10)).isEmpty();
    }

    @Test
    void plainTextHasOnlyTheWords() {
        assertThat(markdown.toPlain("""
                        # Kein Netz

                        Seit **gestern** ist [das Netz](https://example.org) weg & `ping` hilft nicht.

                        - eins
                        - zwei ![Foto](/a.png)

                        a | b
                        --|--
                        1 | 2
                        """)).isEqualTo("""
                        Kein Netz
                        Seit gestern ist das Netz weg & ping hilft nicht.
                        eins
                        zwei Foto
                        a b
                        1 2""");
    }

    @Test
    void excerptsEndBetweenWords() {
        assertThat(markdown.excerpt("Mein **Router** startet\n\nalle zehn Minuten neu", 30))
                .isEqualTo("Mein Router startet alle zehn…");
        assertThat(markdown.excerpt("kurz", 30)).isEqualTo("kurz");
        assertThat(markdown.excerpt("x".repeat(50), 10)).isEqualTo("xxxxxxxxx…");
        assertThat(markdown.excerpt("😀".repeat(50), 10)).isEqualTo("😀😀😀😀…");
    }

    @Test
    void aCommentKnowsWhatAPostKnowsButHeadingsTablesAndRules() {
        assertThat(comment("**Welche** Firmware? Siehe `System` und [hier](https://example.org/a)"))
                .contains("<strong>Welche</strong>", "<code>System</code>", "href=\"https://example.org/a\"");
        assertThat(comment("So geht es:\n\n1. eins\n2. zwei\n\n- Punkt\n\n> Zitat\n\n```\ncode\n```"))
                .contains("<ol>", "<li>zwei</li>", "<ul>", "<blockquote>", "<pre tabindex=\"0\"><code>code");
        assertThat(comment("# Titel\n---\nUntertitel\n===\n|a|b|\n|-|-|\n|c|d|\n<b>roh</b>"))
                .doesNotContain("<h", "<table", "<b>")
                .contains("# Titel<br", "---<br", "&#61;&#61;&#61;", "|a|b|", "&lt;b&gt;");
        assertThat(comment("    eingerückt ist kein Code")).isEqualTo("<p>eingerückt ist kein Code</p>");
        assertThat(comment("![Bild](https://example.org/a.png) fehlt")).doesNotContain("<img");
        assertThat(markdown.toCommentPlain("**Welche** `Firmware`?\n\n- eine\n- zwei"))
                .isEqualTo("Welche Firmware?\neine\nzwei");
    }

    @Test
    void aCommentShowsPicturesThatAreKnownToBeItsOwn() {
        String body = "So sieht es aus: ![Router](/attachments/7/router.png)\n\n    ![kein Code](/attachments/8/b.png)";
        assertThat(markdown.commentPictures(body)).containsExactly("/attachments/7/router.png", "/attachments/8/b.png");
        Picture router = new Picture("/attachments/7/router.png", "/attachments/7/full/router.png", 40, 30);
        assertThat(markdown.toCommentHtml(body, Map.of(router.url(), router), Set.of()))
                .contains(
                        "<img src=\"/attachments/7/router.png\" alt=\"Router\" width=\"40\" height=\"30\"",
                        "kein Code</a>")
                .containsOnlyOnce("<img");
        assertThat(markdown.toCommentPlain(body)).contains("So sieht es aus: Router");
    }

    @Test
    void aPictureInACommentIsSmallAndKeepsItsProportions() {
        Picture tall = new Picture(ROUTER, "/attachments/1/full/router.png", 400, 2000);
        assertThat(markdown.toCommentHtml("![](" + ROUTER + ")", Map.of(ROUTER, tall), Set.of()))
                .contains("width=\"56\" height=\"280\"");
        assertThat(markdown.toCommentHtml("![](" + ROUTER + ")", PICTURES, Set.of()))
                .contains("width=\"280\" height=\"158\"");
    }

    private String comment(String body) {
        return markdown.toCommentHtml(body, Map.of(), Set.of());
    }

    @Test
    void aboutSomebodyThereAreLinksCodeAndEmphasisAlone() {
        assertThat(markdown.toLineHtml("**Gern** `nachts`, [hier](https://example.org/a)"))
                .contains("<strong>Gern</strong>", "<code>nachts</code>", "href=\"https://example.org/a\"");
        assertThat(markdown.toLineHtml("# Titel\n- Punkt\n> Zitat\n1. eins\n---\n```\ncode\n```"))
                .doesNotContain("<h", "<ul", "<ol", "<li", "<blockquote", "<hr", "<pre")
                .contains("# Titel<br", "- Punkt", "&gt; Zitat");
        assertThat(markdown.toLineHtml("![Bild](https://example.org/a.png) fehlt"))
                .doesNotContain("<img");
    }

    @Test
    void onlyWhatIsRenderedIsSeen() {
        for (String nothing : List.of(
                "\u200D".repeat(30),
                "&#8203;&#x3164;&#xFFA0;",
                "> ***\n> ---",
                "[](https://example.org)",
                "- \n- \n")) {
            assertThat(markdown.isVisible(nothing)).as(nothing).isFalse();
        }
        for (String something :
                List.of("`x`", "## 7", "☎", "👩🏽‍🔧", "&euro;", "![](/attachments/7/bild.png)", "<b></b>")) {
            assertThat(markdown.isVisible(something)).as(something).isTrue();
        }
    }
}
