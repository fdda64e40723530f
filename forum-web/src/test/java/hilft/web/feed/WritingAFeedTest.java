package hilft.web.feed;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Feeds as a reader program gets them. */
class WritingAFeedTest {
    private static final Instant ASKED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ACTIVE = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void aReaderGetsEverythingBack() throws FeedException {
        Feed read = read(feed("Router & <Modem>", "<p>Guten <b>Tag</b> &amp; mehr</p>"));

        assertThat(read.getFeedType()).isEqualTo("atom_1.0");
        assertThat(read.getId()).isEqualTo("tag:forum.example.org,2026:feed.atom");
        assertThat(read.getUpdated().toInstant()).isEqualTo(ACTIVE);
        assertThat(read.getOtherLinks()).extracting("href").containsExactly("https://forum.example.org:8443/feed.atom");
        assertThat(read.getAlternateLinks())
                .extracting("href")
                .containsExactly("https://forum.example.org:8443/questions");
        Entry entry = read.getEntries().get(0);
        assertThat(entry.getId()).isEqualTo("tag:forum.example.org,2026:questions/7");
        assertThat(entry.getTitle()).isEqualTo("Router & <Modem>");
        assertThat(entry.getPublished().toInstant()).isEqualTo(ASKED);
        assertThat(entry.getAuthors()).extracting("name").containsExactly("Erika Mustermann");
        assertThat(entry.getCategories()).extracting("term").containsExactly("wlan");
        Content content = entry.getContents().get(0);
        assertThat(content.getType()).isEqualTo("html");
        assertThat(content.getValue()).isEqualTo("<p>Guten <b>Tag</b> &amp; mehr</p>");
    }

    @Test
    void whatXmlForbidsIsDroppedAndTheRestStays() throws FeedException {
        Feed read = read(feed("a\u0000b\u0008c\uFFFEd\uD800e 😀", "<p>]]>\u001B😀 \t</p>"));

        assertThat(read.getEntries().get(0).getTitle()).isEqualTo("abcde 😀");
        assertThat(read.getEntries().get(0).getContents().get(0).getValue()).isEqualTo("<p>]]>😀 \t</p>");
    }

    @Test
    void noCharacterIsTornHoweverLongTheText() throws FeedException {
        String text = "x" + "😀".repeat(20_000);

        assertThat(read(feed("t", text))
                        .getEntries()
                        .get(0)
                        .getContents()
                        .get(0)
                        .getValue())
                .isEqualTo(text);
    }

    @Test
    void anEmptyFeedIsOneToo() throws FeedException {
        Feed read = read(
                new hilft.web.feed.Feed("http://localhost:8080", "/feed.atom", "/questions", "Alle", "de", List.of()));

        assertThat(read.getEntries()).isEmpty();
        assertThat(read.getUpdated()).isNotNull();
    }

    private static hilft.web.feed.Feed feed(String title, String html) {
        return new hilft.web.feed.Feed(
                "https://forum.example.org:8443",
                "/feed.atom",
                "/questions",
                "Alle Fragen",
                "de",
                List.of(new hilft.web.feed.Feed.Entry(
                        "questions/7",
                        "/questions/7/router",
                        title,
                        "de",
                        "Erika Mustermann",
                        "/members/erika",
                        ASKED,
                        ACTIVE,
                        List.of("wlan"),
                        html)));
    }

    private static Feed read(hilft.web.feed.Feed feed) throws FeedException {
        return (Feed) new WireFeedInput()
                .build(new InputStreamReader(new ByteArrayInputStream(feed.write()), StandardCharsets.UTF_8));
    }
}
