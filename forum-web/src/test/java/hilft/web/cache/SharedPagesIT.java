package hilft.web.cache;

import hilft.stack.BlindBrowser;
import hilft.stack.BlindBrowser.Page;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import hilft.web.api.Person;
import hilft.web.security.KeycloakConsole;
import hilft.web.security.Patience;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MODERATOR;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** Pages that all readers without a session share: never stale, never anybody's own. */
class SharedPagesIT {

    private static final Map<String, String> REASON = Map.of("reason", "Das gehört nicht hierher");
    private static Stack stack;

    @BeforeAll
    static void open() {
        stack = TestStack.get();
    }

    @Test
    void aPageThatIsKnownIsNotSentAgain() {
        String path = thread(ASKER.asks());
        HttpResponse<String> first = read(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = read(path, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(first.headers().firstValue("Vary").orElse(""))
                .contains("Accept-Encoding", "Accept-Language", "Cookie");
        assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(first.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void whatIsKnownInAnyWayIsNotSentAgain() {
        read("/leaderboard");
        HttpResponse<String> head = stack.call("HEAD", "/leaderboard", null, null);
        String tag = head.headers().firstValue("ETag").orElseThrow();
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String known : List.of(tag, "\"another\", " + tag, tag.substring(2), "*")) {
            assertThat(read("/leaderboard", "If-None-Match", known).statusCode())
                    .as(known)
                    .isEqualTo(304);
        }
        assertThat(read("/leaderboard", "If-None-Match", "W/\"another\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void manyWhoAskAtOnceAreAnsweredFromOneRendering() throws Exception {
        String path = thread(ASKER.asks());
        long before = rendered();
        ExecutorService readers = Executors.newFixedThreadPool(24);
        try {
            List<Callable<String>> all = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                all.add(() -> read(path).body());
            }
            List<String> bodies = new ArrayList<>();
            for (Future<String> body : readers.invokeAll(all)) {
                bodies.add(body.get());
            }
            assertThat(bodies).allMatch(body -> body.equals(bodies.get(0)));
        } finally {
            readers.shutdownNow();
        }
        assertThat(rendered() - before).isEqualTo(1);
    }

    @Test
    void aChangedThreadIsShownAsItIs() {
        long question = ASKER.asks();
        String path = thread(question);
        String untouched = read(path).body();
        assertThat(untouched).doesNotContain("id=\"solution\"");

        long answer = HELPER.answers(question);
        assertThat(read(path).body()).contains("id=\"answer-" + answer + "\"");

        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        assertThat(read(path).body()).contains("id=\"solution\"");

        assertThat(read("/answers/" + answer + "/comments").body()).contains("No comment yet");
        Map<String, String> first = Map.of("body", "Hält das auch nach einer Woche noch?");
        long comment =
                ASKER.post("/answers/" + answer + "/comments", first).is(201).id();
        assertThat(read(path).body()).contains(first.get("body"));
        Patience.awaitThat(() -> read("/answers/" + answer + "/comments").body().contains(first.get("body")), true);
        Map<String, String> second = Map.of("body", "Hält das auch nach einem Monat noch?");
        ASKER.patch("/comments/" + comment, second, "If-Match", "*").is(200);
        assertThat(read(path).body()).contains(second.get("body")).doesNotContain(first.get("body"));
        Patience.awaitThat(() -> read("/answers/" + answer + "/comments").body().contains(second.get("body")), true);
        ASKER.delete("/comments/" + comment, null).is(204);
        assertThat(read(path).body()).doesNotContain(second.get("body"));
        Patience.awaitThat(() -> read("/answers/" + answer + "/comments").body().contains(second.get("body")), false);

        String before = read(path).body();
        HELPER.put("/questions/" + question + "/me-too", null).is(204);
        assertThat(read(path).body()).isNotEqualTo(before);
    }

    @Test
    void aNewQuestionStandsInTheListWithinASecond() {
        read("/questions");
        String title = "Frisch gefragt " + UUID.randomUUID();
        VISITOR.get("/questions");
        ASKER.post("/questions", Person.aQuestion(title)).is(201);

        Patience.awaitThat(() -> read("/questions").body().contains(title), true);
    }

    @Test
    void whatIsHiddenIsGoneFromEveryPageAtOnce() {
        String title = "Peinlich und gleich weg " + UUID.randomUUID();
        long question =
                ASKER.post("/questions", Person.aQuestion(title)).is(201).id();
        String path = thread(question);
        List<String> lists = List.of("/", "/questions", "/categories/api-tests", "/tags/wlan", path);
        Patience.awaitThat(
                () -> lists.stream().allMatch(list -> read(list).body().contains(title)), true);

        MODERATOR.put("/questions/" + question + "/hidden", REASON).is(204);

        assertThat(lists).noneMatch(list -> read(list).body().contains(title));
        assertThat(read(path).statusCode()).isGreaterThanOrEqualTo(404);

        MODERATOR.delete("/questions/" + question + "/hidden", REASON).is(204);
        assertThat(read(path).body()).contains(title);
    }

    @Test
    void whatAnotherNodeChangesIsShownHereToo() throws SQLException {
        long question = ASKER.asks();
        String path = thread(question);
        String title = "Auf dem anderen Knoten umbenannt " + UUID.randomUUID();
        assertThat(read(path).statusCode()).isEqualTo(200);
        update("update question set title = ? where id = ?", title, question);
        assertThat(read(path).body()).as("nobody has told").doesNotContain(title);

        update("insert into change_note (node, subject, noted_at) values (?, ?, utc_timestamp(6))", "other", question);

        Patience.awaitThat(() -> read(path).body().contains(title), true);
    }

    private static void update(String sql, String text, long id) throws SQLException {
        try (Connection connection = stack.database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            statement.setLong(2, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void languagesAndThemesAreKeptApart() {
        String english = read("/questions", "Accept-Language", "en").body();
        String german = read("/questions", "Accept-Language", "de").body();
        String dark = read("/questions", "Accept-Language", "de", "Cookie", "hilft-theme=dark")
                .body();
        String chosen = read("/questions", "Accept-Language", "de", "Cookie", "hilft-lang=en")
                .body();

        assertThat(english).contains("lang=\"en\"").isEqualTo(chosen);
        assertThat(german).contains("lang=\"de\"", "data-theme=\"system\"");
        assertThat(dark).contains("lang=\"de\"", "data-theme=\"dark\"");
        assertThat(read("/questions", "Accept-Language", "xx-" + "y".repeat(4000))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void parametersThatMeanNothingMakeNoPageOfTheirOwn() {
        String plain = read("/questions?state=solved&sort=votes").body();
        long before = rendered();

        for (String query : List.of(
                "sort=votes&state=solved",
                "utm_source=mail&state=solved&sort=votes",
                "state=solved&sort=votes&x=%3Cscript%3E")) {
            assertThat(read("/questions?" + query).body()).isEqualTo(plain);
        }
        assertThat(rendered()).isEqualTo(before);
    }

    @Test
    void strangersAreToldAsMembersAreWhatIsNotThere() {
        for (String path : List.of(
                "/questions?tag=nirgends", "/questions?category=nirgends", "/categories/api-tests?tag=nirgends")) {
            assertThat(read(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(read("/questions?category=api-tests").body())
                .isNotEqualTo(read("/questions").body())
                .contains("/categories/api-tests");
    }

    @Test
    void whatOnlyOtherPagesKnowChangesNoSharedPage() {
        assertThat(read("/categories/api-tests?sort=hot&category=nirgends").body())
                .doesNotContain("nirgends");
        assertThat(read(thread(ASKER.asks()) + "?after=xx").body())
                .doesNotContain("noindex")
                .doesNotContain("after=");
    }

    @Test
    void addressesThatLeadNowhereAreNotKept() {
        read("/");
        long before = kept();
        for (int i = 0; i < 200; i++) {
            assertThat(read("/questions/9" + i + "000000/nichts").statusCode()).isEqualTo(404);
            assertThat(read("/categories/nirgends-" + i).statusCode()).isEqualTo(404);
        }
        assertThat(kept()).isLessThanOrEqualTo(before);
    }

    @Test
    void tenThousandUnknownAddressesPushNothingOut() throws Exception {
        List<String> known = List.of("/", "/questions", "/leaderboard", thread(ASKER.asks()));
        known.forEach(path -> assertThat(read(path).statusCode()).isEqualTo(200));
        long kept = kept();
        long rendered = rendered();
        Instant start = Instant.now();
        ExecutorService strangers = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                // most lead nowhere, some look like threads or like lists of a tag
                String path = switch (i % 50) {
                    case 0 -> "/questions/8" + i + "00000/nichts";
                    case 1 -> "/tags/gibt-es-nicht-" + i;
                    default -> "/nirgends/" + i + "?x=" + i;
                };
                all.add(() -> read(path).statusCode());
                if (i % 100 == 2) {
                    String again = known.get(i / 100 % known.size());
                    all.add(() -> read(again).statusCode());
                }
            }
            Map<Integer, Long> answers = new TreeMap<>();
            for (Future<Integer> status : strangers.invokeAll(all)) {
                answers.merge(status.get(), 1L, Long::sum);
            }
            assertThat(answers).isEqualTo(Map.of(404, 10_000L, 200, 100L));
        } finally {
            strangers.shutdownNow();
        }
        assertThat(kept() - kept).as("pages kept").isLessThanOrEqualTo(0);
        long minutes = 1 + Duration.between(start, Instant.now()).toMinutes();
        assertThat(rendered() - rendered)
                .as("pages made, those that are known once a minute")
                .isLessThanOrEqualTo(400 + known.size() * minutes);
    }

    @Test
    void nobodySeesWhatBelongsToAMember() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        HELPER.post("/questions/" + question + "/comments", Map.of("body", "Das steht für alle hier."))
                .is(201);
        List<String> pages = List.of(
                "/questions/" + question + "/comments",
                "/answers/" + answer + "/comments",
                "/questions/" + question + "/revisions",
                "/answers/" + answer + "/revisions",
                "/",
                "/questions",
                "/questions?state=solved",
                thread(question),
                "/categories/api-tests",
                "/tags/wlan",
                "/leaderboard",
                "/legal/terms",
                "/members/" + HELPER.get("/me").json().get("handle").getAsString(),
                "/?lang=de",
                "/categories/api-tests?lang=en",
                "/events",
                "/ask",
                "/nirgends",
                "/search?q=wlan");
        List<String> feeds =
                List.of("/feed.atom", "/questions/" + question + "/feed.atom", "/tags/wlan/feed.atom", "/sitemap.xml");
        KeycloakConsole console = new KeycloakConsole(stack);
        for (String name : List.of("leserin", "leser", "moderatorin")) {
            String account = name + UUID.randomUUID().toString().substring(0, 8);
            console.createAccount(account, name.startsWith("moderator") ? "moderator" : "customer");
            BlindBrowser browser = new BlindBrowser(stack.url());
            browser.login(account + "@example.org", KeycloakConsole.PASSWORD, "/");
            for (String page : pages) {
                Page own = browser.get(page);
                assertThat(own.body()).as(page).contains("Konto " + account, "action=\"/logout\"");
                assertThat(own.header("ETag")).as(page).isEmpty();

                HttpResponse<String> shared = read(page);
                assertThat(shared.body())
                        .as(page)
                        .contains("href=\"/login?returnTo=")
                        .doesNotContain(account, "action=\"/logout\"", "href=\"/moderation");
                assertThat(shared.headers().allValues("Set-Cookie")).as(page).isEmpty();
            }
            for (String feed : feeds) {
                assertThat(browser.get(feed).body()).as(feed).doesNotContain(account);
                assertThat(read(feed).body()).as(feed).doesNotContain(account);
            }
        }
    }

    /** The address with a parameter that Faces knows is answered by Faces: so would the page look if it were made now. */
    @Test
    void whatIsKeptForMembersIsWhatTheyWouldBeShown() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        List<String> pages = List.of(
                thread(question), "/questions", "/questions?state=solved&sort=hot", "/categories/api-tests", "/");
        BlindBrowser reader = member("customer");
        BlindBrowser voter = member("customer");
        BlindBrowser moderator = member("moderator");
        long before = figure("hilft_member_pages_kept_total");
        for (int i = 0; i < 2; i++) {
            showAsMade(pages, reader, voter, moderator);
        }
        assertThat(figure("hilft_member_pages_kept_total") - before).isGreaterThan(10);

        Map<String, String> on = Map.of("on", "true");
        voter.post("/forms/questions/" + question + "/me-too", on);
        voter.post("/forms/answers/" + answer + "/vote", Map.of("value", "1", "on", "true"));
        showAsMade(pages, voter, reader);
        voter.post("/forms/questions/" + question + "/subscription", on);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        long newest = HELPER.answers(question, "Oder Kanal 6, der ist oft frei.");
        Patience.awaitThat(() -> voter.get(pages.get(0)).body().contains("answer-" + newest), true);
        assertThat(reader.get(pages.get(0)).body()).as("is new").contains("unread-jump");
        assertThat(reader.get(pages.get(0)).body()).as("has been read").doesNotContain("unread-jump");
        showAsMade(pages, moderator, reader, voter);
        voter.post("/forms/answers/" + answer + "/bookmark", on);
        showAsMade(pages, voter, reader);
        String form =
                "?answer=answer&body=Das+schreibt+ein+fremder+Link+hier+hinein&publish=&once=&jakarta.faces.ViewState=stateless";
        assertThat(reader.get(pages.get(0) + form).status())
                .as("a form in a link")
                .isEqualTo(403);
        reader.post("/forms/theme", Map.of("theme", "dark", "returnTo", "/"));
        voter.post("/forms/language", Map.of("language", "en", "returnTo", "/"));
        showAsMade(pages, voter, reader, moderator);
        showAsMade(pages, voter, reader, moderator);
    }

    private static BlindBrowser member(String role) {
        String account = "leser" + UUID.randomUUID().toString().substring(0, 8);
        new KeycloakConsole(stack).createAccount(account, role);
        BlindBrowser browser = new BlindBrowser(stack.url());
        browser.login(account + "@example.org", KeycloakConsole.PASSWORD, "/");
        return browser;
    }

    private static void showAsMade(List<String> pages, BlindBrowser... readers) {
        for (String page : pages) {
            for (BlindBrowser reader : readers) {
                String made = page + (page.contains("?") ? "&" : "?") + "jakarta.faces=none";
                Patience.awaitThat(() -> plain(reader.get(page)).equals(plain(reader.get(made))), true);
            }
        }
    }

    /** The page without the key of its form and without the parameter; each key is another. */
    private static String plain(Page page) {
        assertThat(page.status()).isEqualTo(200);
        return page.body()
                .replaceAll("form-[0-9a-f-]{36}", "form-key")
                .replaceAll("(?:[?]|&amp;|%3F|%26)jakarta.faces(?:=|%3D)none", "");
    }

    private static HttpResponse<String> read(String path, String... headers) {
        return stack.call("GET", path, null, null, headers);
    }

    /** The address with the title, as readers have it. */
    private static String thread(long question) {
        return read("/questions/" + question).headers().firstValue("Location").orElseThrow();
    }

    private static long rendered() {
        return figure("hilft_shared_pages_rendered_total");
    }

    private static long kept() {
        return figure("hilft_shared_pages");
    }

    private static long figure(String name) {
        Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? ([0-9.E]+)$")
                .matcher(read("/metrics").body());
        assertThat(line.find()).as(name).isTrue();
        return (long) Double.parseDouble(line.group(1));
    }
}
