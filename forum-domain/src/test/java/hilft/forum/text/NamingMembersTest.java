package hilft.forum.text;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamingMembersTest {
    private final Markdown markdown = new Markdown();

    @Test
    void aLinkAsTheComposerWritesItNames() {
        assertNamed("Hat es geholfen, [@anna-f](/members/anna-f)?", "anna-f");
        assertNamed("[Anna](/members/anna) hat ein Profil", new String[0]);
        assertNamed("[@anna](https://example.org/members/anna)", new String[0]);
        assertNamed("[@anna](/members/henri)", "henri");
    }

    @Test
    void anAtAndAHandleName() {
        assertNamed("@Anna, (@henri-hilft) und **@ela**. Danke @bob-2.", "anna", "henri-hilft", "ela", "bob-2");
        assertNamed("- @eins\n- @zwei\n\n| @drei |\n|-|\n| @vier |", "eins", "zwei", "drei", "vier");
    }

    @Test
    void eachIsNamedOnceInTheOrderOfTheText() {
        assertNamed("@henri @anna @HENRI [@anna](/members/anna)", "henri", "anna");
    }

    @Test
    void addressesOfMailAndOfOtherNetworksNameNobody() {
        assertNamed("anna@example.org, @anna@mastodon.social, @anna.bsky.social, https://example.org/@anna");
        assertNamed("\\@anna, x@anna, @-anna, @an, @" + "a".repeat(31));
    }

    @Test
    void whatIsQuotedAndWhatIsCodeNamesNobody() {
        assertNamed("> Frag [@anna](/members/anna) oder @henri\n\n`@anna` sagt:\n\n```css\n@media x\n```\n\n    @anna");
    }

    @Test
    void aThousandNamesAreReadOnceAndNotAllAreTaken() {
        String thousand = IntStream.range(0, 1_000).mapToObj(n -> "@name-" + n).collect(Collectors.joining(" "));
        assertThat(markdown.mentions(thousand)).hasSize(30).contains("name-0", "name-29");
        String links = IntStream.range(0, 1_000)
                .mapToObj(n -> "[@name-%1$d](/members/name-%1$d)".formatted(n))
                .collect(Collectors.joining(" "));
        assertThat(markdown.mentions(links)).as("too tangled").isEmpty();
    }

    @Test
    void whoIsNamedByTheirHandleIsALinkToTheirProfile() {
        Set<String> members = Set.of("anna", "henri-hilft");
        String link = "<a href=\"/members/%1$s\" rel=\"nofollow ugc noopener\">&#64;%2$s</a>";
        assertThat(markdown.toHtml("**Danke** @Anna &amp; (@henri-hilft), @niemand", Map.of(), members))
                .isEqualTo("<p><strong>Danke</strong> " + link.formatted("anna", "Anna") + " &amp; ("
                        + link.formatted("henri-hilft", "henri-hilft") + "), &#64;niemand</p>");
        assertThat(markdown.toCommentHtml("@anna schreibt `@anna`", Map.of(), members))
                .isEqualTo("<p>" + link.formatted("anna", "anna") + " schreibt <code>&#64;anna</code></p>");
        assertThat(markdown.toHtml("[frag @anna](https://example.org) <b>@anna</b>", Map.of(), members))
                .contains("frag &#64;anna</a>", "&lt;b&gt;" + link.formatted("anna", "anna"));
    }

    private void assertNamed(String text, String... handles) {
        assertThat(markdown.mentions(text)).as(text).containsExactly(handles);
    }
}
