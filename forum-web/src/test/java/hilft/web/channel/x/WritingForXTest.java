package hilft.web.channel.x;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Length, links and sameness of posts as X sees them. */
class WritingForXTest {

    private static final String SET = "WeightedTweetsWithDiscountedEmojiCounterTest";
    private static final String WEB = "http://localhost:8190";

    /** The platform's own conformance tests, as the version we use counts: emoji are two. */
    @TestFactory
    Stream<DynamicTest> lengthsAreThoseOfThePlatform() throws IOException {
        Path file = shared().resolve("fixtures/twitter-text/validate.yml");
        if (!Files.isReadable(file)) {
            System.out.println("NOT MEASURED: " + file + " (set HILFT_SHARED to the folder that holds fixtures/)");
        }
        assumeTrue(Files.isReadable(file), file + " is not there");
        List<Object> cases = List.copyOf((List<?>) value(value(new Yaml().load(Files.readString(file)), "tests"), SET));
        assertThat(cases).hasSizeGreaterThan(10);
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(
                        value(one, "description").toString(),
                        () -> assertThat(XText.length(value(one, "text").toString()))
                                .isEqualTo(value(value(one, "expected"), "weightedLength"))));
    }

    private static Object value(Object parent, String name) {
        return Objects.requireNonNull(((Map<?, ?>) parent).get(name), name);
    }

    private static Path shared() {
        String configured = System.getenv("HILFT_SHARED");
        return configured == null ? Path.of("../../shared") : Path.of(configured);
    }

    @Test
    void aLinkCountsTwentyThreeHoweverLongAndLoopbackCountsAsItIs() {
        assertThat(XText.length("https://forum.example.com/answers/123456789012"))
                .isEqualTo(23);
        assertThat(XText.length("http://localhost:8080/answers/1")).isEqualTo(31);
        assertThat(XText.hasLink("Siehe example.com dort")).isTrue();
        assertThat(XText.hasLink("Siehe dort")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "https://a.de/", "@a ", "#", "😀", "a.b.c.d.", "(", "http://"})
    void hostileTextIsCountedInTime(String part) {
        String text = part.repeat(600 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(XText.length(text)).isPositive();
            isSame(text, text, Set.of());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1445880548472328192, 1445880548472328192",
        "https://x.com/hilft/status/20, 20",
        "https://twitter.com/hilft/status/20?s=20&t=abc, 20",
        "https://mobile.twitter.com/hilft/status/20#top, 20",
        "https://www.X.com/hilft/status/20/photo/1, 20",
        "https://x.com/i/web/status/20, 20",
        "http://localhost:8190/i/status/20, 20"
    })
    void aPastedPostIsUnderstood(String pasted, String id) {
        assertThat(XText.postId(pasted, WEB)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-5",
                "12345678901234567890",
                "1 2",
                "abc",
                "https://x.com/hilft",
                "https://x.com/hilft/status/",
                "https://x.com/hilft/status/20x",
                "https://x.com.evil.example/hilft/status/20",
                "https://evil.example/x.com/hilft/status/20",
                "https://x.com@evil.example/hilft/status/20",
                "http://x.com/hilft/status/20",
                "javascript:https://x.com/hilft/status/20",
                "https://x.com/hilft/status/20\n21"
            })
    void anythingElseIsNone(String pasted) {
        assertThat(XText.postId(pasted, WEB)).isEmpty();
    }

    @Test
    void aPostIsRecognisedAsXShowsIt() {
        String ours = "Strom & Netz <prüfen>, siehe\nhttps://forum.example.com/answers/7";
        String link = "https://forum.example.com/answers/7";
        assertThat(isSame(ours, "Strom &amp; Netz &lt;prüfen&gt;, siehe https://t.co/Ab1", Set.of(link)))
                .isTrue();
        assertThat(isSame(ours, "@anna Strom &amp; Netz &lt;prüfen&gt;, siehe https://t.co/Ab1", Set.of()))
                .isTrue();
        assertThat(isSame(ours, ours, Set.of())).isTrue();
        assertThat(isSame(ours, "Strom &amp; Netz &lt;prüfen&gt;, siehe https://t.co/Ab1", Set.of(link + "8")))
                .isFalse();
        assertThat(isSame(ours, ours.replace("/7", "/8"), Set.of())).isFalse();
        assertThat(isSame(ours, "Strom &amp; Netz prüfen, siehe https://t.co/Ab1", Set.of(link)))
                .isFalse();
    }

    @Test
    void aBareDomainThatXShortenedIsTheSame() {
        assertThat(isSame("Mehr auf example.com!", "Mehr auf https://t.co/x1!", Set.of("http://example.com")))
                .isTrue();
    }

    private static boolean isSame(String ours, String theirs, Set<String> links) {
        return XSought.of(ours, null).is(new XPosts.Post("1", theirs, null, links, Set.of()));
    }
}
