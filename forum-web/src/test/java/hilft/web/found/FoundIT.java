package hilft.web.found;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import hilft.stack.Browser;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import hilft.web.api.Person;
import hilft.web.security.Patience;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MARKETING;
import static hilft.web.api.Person.MODERATOR;
import static org.assertj.core.api.Assertions.assertThat;

/** What search engines, feed readers and link previews find; and that they find nothing else. */
class FoundIT {
    private static final Map<String, String> REASON = Map.of("reason", "Das gehört nicht hierher");
    private static Stack stack;

    @BeforeAll
    static void open() {
        stack = TestStack.get();
    }

    @Test
    void everyAddressOfAThreadLeadsToTheOneWithItsTitle() {
        long question = ASKER.asks();
        String path = thread(question);

        assertThat(read("/questions/" + question).statusCode()).isEqualTo(301);
        assertThat(read("/questions/" + question + "/ein-anderer-titel")
                        .headers()
                        .firstValue("Location"))
                .hasValue(path);
        assertThat(link(page(path + "?utm_source=x"), "canonical")).isEqualTo(stack.url() + path);
    }

    @Test
    void publicPagesNameTheirOwnAddress() {
        ASKER.asks();
        String member = profile(ASKER);
        Map<String, String> pages = Map.of(
                "/?utm_source=x",
                "/",
                "/questions?x=1&sort=votes&state=open",
                "/questions?state=open&sort=votes",
                "/categories/api-tests?fbclid=1",
                "/categories/api-tests",
                "/tags/wlan?x=1",
                "/tags/wlan",
                "/leaderboard?period=month",
                "/leaderboard?period=month",
                "/legal/terms",
                "/legal/terms",
                member + "?x=1",
                member);
        pages.forEach((asked, canonical) ->
                assertThat(link(page(asked), "canonical")).as(asked).isEqualTo(stack.url() + canonical));
    }

    @Test
    void aLaterPageOfAListIsItselfAndNotKept() {
        for (int i = 0; i < 21; i++) {
            ASKER.asks();
        }
        Patience.awaitThat(
                () -> page("/questions").select("head link[rel=next]").size() == 1, true);
        String next = link(page("/questions"), "next");

        Document second = page(next.substring(stack.url().length()));
        assertThat(link(second, "canonical")).isEqualTo(next);
        assertThat(isIndexed(second)).isFalse();
        assertThat(isIndexed(page("/questions"))).isTrue();
    }

    @Test
    void whoeverHasNothingToShowYetIsNotListed() {
        ASKER.asks();

        assertThat(isIndexed(page(profile(MARKETING)))).isFalse();
        assertThat(isIndexed(page(profile(ASKER)))).isTrue();
        assertThat(isIndexed(page("/events?when=past&after=nonsense"))).isFalse();
    }

    @Test
    void aThreadIsReadByMachines() {
        long question = ASKER.asks();
        String path = thread(question);
        assertThat(structured(page(path)).get("@type").getAsString()).isEqualTo("DiscussionForumPosting");

        long answer = HELPER.answers(question);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        JsonObject thread = structured(page(path));
        assertThat(thread.get("@type").getAsString()).isEqualTo("QAPage");
        JsonObject accepted = thread.getAsJsonObject("mainEntity").getAsJsonObject("acceptedAnswer");
        assertThat(accepted.get("url").getAsString()).isEqualTo(stack.url() + path + "#answer-" + answer);
        assertThat(accepted.get("text").getAsString()).contains("Kanal 11");
    }

    @Test
    void theBrowserReadsTheDataAndRunsNothingOfIt() {
        String evil = "</script><script>document.title='böse'</script> " + UUID.randomUUID();
        long question = ASKER.post("/questions", Person.aQuestion(evil)).is(201).id();
        List<String> complaints = new ArrayList<>();
        try (Browser browser = Browser.open();
                var tab = browser.chromium().newPage()) {
            tab.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    complaints.add(message.text());
                }
            });
            tab.navigate(stack.url() + "/questions/" + question);

            assertThat(tab.title()).contains("document.title");
            Object headline = tab.evaluate(
                    "() => JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent).headline");
            assertThat(headline).isEqualTo(evil);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void aLinkToAThreadShowsACard() {
        String path = thread(ASKER.asks());
        Document page = page(path);

        assertThat(meta(page, "og:type")).isEqualTo("article");
        assertThat(meta(page, "og:title")).isEqualTo(page.select("h1").text());
        assertThat(meta(page, "og:description")).contains("WLAN");
        assertThat(meta(page, "og:url")).isEqualTo(stack.url() + path);
        assertThat(meta(page, "og:site_name")).isEqualTo("Hilft");
        assertThat(meta(page, "og:locale")).isEqualTo("en_US");
        String picture = meta(page, "og:image");
        assertThat(picture).startsWith(stack.url());
        HttpResponse<String> sent = read(picture.substring(stack.url().length()));
        assertThat(sent.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(sent.headers().firstValueAsLong("Content-Length").orElse(0)).isBetween(1_000L, 40_000L);
    }

    @Test
    void theSitemapNamesWhatIsVisible() {
        long shown = ASKER.asks();
        long hidden = ASKER.asks();
        String shownPath = thread(shown);
        String hiddenPath = thread(hidden);
        MODERATOR.put("/questions/" + hidden + "/hidden", REASON).is(204);

        Document index = xml(read("/sitemap.xml"));
        String part = "/sitemap-" + Sitemap.partOf(shown) + ".xml";
        assertThat(index.select("sitemap > loc").eachText())
                .contains(stack.url() + "/sitemap-0.xml", stack.url() + part);
        assertThat(addresses(part)).contains(stack.url() + shownPath).doesNotContain(stack.url() + hiddenPath);
        assertThat(addresses("/sitemap-0.xml"))
                .contains(stack.url() + "/", stack.url() + "/categories/api-tests")
                .doesNotHaveDuplicates();
        assertThat(read("/sitemap-99999.xml").statusCode()).isEqualTo(404);
        assertThat(read("/sitemap-1x.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void robotsLearnWhatIsNotForThem() {
        String rules = read("/robots.txt").body();

        assertThat(rules).contains("Disallow: /api/\n", "Disallow: /search\n", "Disallow: /moderation\n");
        assertThat(rules).contains("\nSitemap: " + stack.url() + "/sitemap.xml\n");
        for (String closed : List.of("/api/v1/questions", "/feed.atom", "/moderation")) {
            assertThat(read(closed).headers().firstValue("X-Robots-Tag"))
                    .as(closed)
                    .hasValue("noindex");
        }
        assertThat(read("/").headers().firstValue("X-Robots-Tag")).isEmpty();
        assertThat(isIndexed(page("/search?q=wlan"))).isFalse();
    }

    @Test
    void feedsAreReadByReaders() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        String path = thread(question);
        String id = "tag:localhost,2026:questions/" + question;
        for (String feed : List.of("/feed.atom", "/categories/api-tests/feed.atom", "/tags/wlan/feed.atom")) {
            Patience.awaitThat(() -> ids(feed(feed)).contains(id), true);
            assertThat(feed(feed).getOtherLinks()).as(feed).extracting("href").containsExactly(stack.url() + feed);
        }
        Feed thread = feed("/questions/" + question + "/feed.atom");
        assertThat(ids(thread)).containsExactly("tag:localhost,2026:answers/" + answer, id);
        Entry first = thread.getEntries().get(0);
        assertThat(first.getAuthors().get(0).getName()).isNotBlank();
        assertThat(first.getContents().get(0).getValue()).contains("<p>", "Kanal 11");
        assertThat(page(path).select("head link[type=application/atom+xml]").eachAttr("href"))
                .containsExactly("/feed.atom", "/questions/" + question + "/feed.atom");

        String tag = read("/questions/" + question + "/feed.atom")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(read("/questions/" + question + "/feed.atom", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void whatIsHiddenIsGoneAndWhatNeverWasIsUnknown() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        String path = thread(question);
        String feed = "/questions/" + question + "/feed.atom";
        assertThat(read("/answers/" + answer).statusCode()).isEqualTo(302);
        MODERATOR.put("/questions/" + question + "/hidden", REASON).is(204);

        for (String gone : List.of(path, feed, "/answers/" + answer)) {
            HttpResponse<String> answered = read(gone);
            assertThat(answered.statusCode()).as(gone).isEqualTo(410);
            assertThat(answered.body()).as(gone).contains("noindex").doesNotContain("Kanal 11");
        }
        Person.VISITOR.get("/questions/" + question).is(404);
        assertThat(read("/feed.atom").body()).doesNotContain(path);
        for (String unknown : List.of(
                "/questions/999999999",
                "/questions/999999999/feed.atom",
                "/questions/x/feed.atom",
                "/answers/999999999",
                "/question",
                "/home",
                "/resources/css/tokens.css",
                "/categories/nirgends/feed.atom",
                "/tags/nie-" + UUID.randomUUID(),
                "/tags/nie-" + UUID.randomUUID() + "?state=solved",
                "/tags/nie-" + UUID.randomUUID() + "/feed.atom")) {
            assertThat(read(unknown).statusCode()).as(unknown).isEqualTo(404);
        }
    }

    @Test
    void homeAndCategoriesHaveAnAddressForEachLanguage() {
        ASKER.asks();
        for (String path : List.of("/", "/categories/api-tests")) {
            Document german = page(path + "?lang=de");
            assertThat(german.select("html").attr("lang")).isEqualTo("de");
            assertThat(link(german, "canonical")).isEqualTo(stack.url() + path + "?lang=de");
            assertThat(german.select("link[hreflang]").eachAttr("hreflang")).containsExactly("de", "en", "x-default");
            assertThat(page(path).select("html").attr("lang")).isEqualTo("en");
            assertThat(Jsoup.parse(read(path + "?lang=de", "Cookie", "hilft-lang=en")
                                    .body())
                            .select("html")
                            .attr("lang"))
                    .isEqualTo("en");
        }
        assertThat(page("/questions?lang=de").select("html").attr("lang")).isEqualTo("en");
        assertThat(page("/questions?lang=de").select("link[hreflang]")).isEmpty();
    }

    @Test
    void aTagOfAnySpellingHasItsPage() {
        JsonObject question = Person.aQuestion();
        question.add("tags", JsonParser.parseString("[\"c++\", \"c#\", \"ä\"]"));
        ASKER.post("/questions", question).is(201);
        for (String tag : List.of("c%2B%2B", "c%23", "%C3%A4")) {
            Document page = page("/tags/" + tag);
            assertThat(link(page, "canonical")).as(tag).startsWith(stack.url() + "/tags/");
            assertThat(read(link(page, "canonical").substring(stack.url().length()))
                            .statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> loud = read("/tags/C%23?sort=votes&x=1");
        assertThat(loud.statusCode()).isEqualTo(301);
        assertThat(loud.headers().firstValue("Location")).hasValue("/tags/c%23?sort=votes");
        assertThat(read("/tags/c%23?state=solved").statusCode()).isEqualTo(200);
    }

    @Test
    void browsersLearnToSearchHere() {
        assertThat(page("/").select("link[rel=search]").attr("href")).isEqualTo("/opensearch.xml");
        Document description = xml(read("/opensearch.xml"));
        assertThat(description.select("Url").attr("template")).isEqualTo(stack.url() + "/search?q={searchTerms}");
        assertThat(description.select("ShortName").text()).isEqualTo("Hilft");
    }

    private static HttpResponse<String> read(String path, String... headers) {
        return stack.call("GET", path, null, null, headers);
    }

    private static Document page(String path) {
        HttpResponse<String> answer = read(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static Document xml(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("xml");
        return Jsoup.parse(answer.body(), Parser.xmlParser());
    }

    private static String thread(long question) {
        return read("/questions/" + question).headers().firstValue("Location").orElseThrow();
    }

    private static String profile(Person person) {
        return "/members/" + person.get("/me").json().get("handle").getAsString();
    }

    private static String link(Document page, String relation) {
        Elements links = page.select("head link[rel=" + relation + "]");
        assertThat(links).as(relation).hasSize(1);
        return links.attr("href");
    }

    private static String meta(Document page, String property) {
        return page.select("head meta[property=" + property + "]").attr("content");
    }

    private static boolean isIndexed(Document page) {
        return page.select("head meta[name=robots][content=noindex]").isEmpty();
    }

    private static JsonObject structured(Document page) {
        return JsonParser.parseString(
                        page.select("script[type=application/ld+json]").html())
                .getAsJsonObject();
    }

    private static List<String> addresses(String part) {
        return xml(read(part)).select("url > loc").eachText();
    }

    private static Feed feed(String path) {
        HttpResponse<String> answer = read(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/atom+xml;charset=UTF-8");
        try {
            return (Feed) new WireFeedInput().build(new StringReader(answer.body()));
        } catch (FeedException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> ids(Feed feed) {
        return feed.getEntries().stream().map(Entry::getId).toList();
    }
}
