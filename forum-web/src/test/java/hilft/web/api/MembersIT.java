package hilft.web.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hilft.forum.shared.Cursor;
import hilft.stack.BlindBrowser;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import hilft.web.security.KeycloakConsole;
import hilft.web.security.Patience;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.EXPERT;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MODERATOR;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** What members say about themselves, keep, and do not want to hear of. */
class MembersIT {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void everythingIsAsBefore() {
        for (JsonElement one : EXPERT.get("/me/blocks").is(200).items()) {
            EXPERT.delete("/me/blocks/" + one.getAsJsonObject().get("handle").getAsString(), null)
                    .is(204);
        }
        change(EXPERT, Map.of("about", "", "zone", "", "activityShown", true, "searchListed", true))
                .is(200);
    }

    private static Reply change(Person person, Map<String, ?> changes) {
        return person.patch("/me", changes, "If-Match", "*");
    }

    @Test
    void aTextAboutOneselfIsSafeAndBounded() {
        change(EXPERT, Map.of("about", "Ich kenne **Router**. <script>alert(1)</script> [x](javascript:alert(1))"))
                .is(200);
        Document profile = profile(handle(EXPERT));
        assertThat(profile.select(".profile-about strong").text()).isEqualTo("Router");
        assertThat(profile.select(".profile-about script, .profile-about a")).isEmpty();

        assertThat(change(EXPERT, Map.of("about", "x".repeat(601), "zone", "Europe/Vienna"))
                        .isRefused(422, "member.invalid")
                        .errors())
                .containsExactly("about: member.about_length");
        assertThat(change(EXPERT, Map.of("about", "Anders", "zone", "Mars/Olympus"))
                        .isRefused(422, "member.invalid")
                        .errors())
                .containsExactly("zone: member.zone_unknown");
        assertThat(change(
                                EXPERT,
                                Map.of(
                                        "about",
                                        "x".repeat(601),
                                        "zone",
                                        "Mars/Olympus",
                                        "handle",
                                        "a b",
                                        "language",
                                        "fr"))
                        .isRefused(422, "member.invalid")
                        .errors())
                .as("all at once, in the order of the page")
                .containsExactly(
                        "about: member.about_length",
                        "handle: member.handle_invalid",
                        "language: member.language_unknown",
                        "zone: member.zone_unknown");
        everyWrongSettingStandsAtItsField();
        assertThat(EXPERT.get("/me").json().get("zone").isJsonNull())
                .as("all or nothing")
                .isTrue();
        assertThat(EXPERT.get("/me").json().get("about").getAsString()).startsWith("Ich kenne");
    }

    @Test
    void whoHidesTheirActivityHidesItFromAllButModerators() {
        String handle = handle(EXPERT);
        EXPERT.answers(ASKER.asks());
        assertThat(profile(handle + "?show=answers").select(".row")).isNotEmpty();
        assertThat(profile(handle).select("meta[name=robots]")).isEmpty();

        change(EXPERT, Map.of("activityShown", false, "searchListed", false)).is(200);
        for (String show : List.of("", "?show=questions", "?show=answers")) {
            assertThat(profile(handle + show).select(".row, .entry")).as(show).isEmpty();
        }
        assertThat(profile(handle).select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        VISITOR.get("/members/" + handle + "/reputation").isRefused(403, "member.activity_private");
        HELPER.get("/members/" + handle + "/reputation").isRefused(403, "member.activity_private");
        EXPERT.get("/members/" + handle + "/reputation").is(200);
        MODERATOR.get("/members/" + handle + "/reputation").is(200);
        VISITOR.get("/members/" + handle).is(200);
    }

    @Test
    void nobodyHearsOfWhomTheyBlocked() {
        String helper = handle(HELPER);
        long question = EXPERT.asks();
        EXPERT.put("/me/blocks/" + helper, null).is(204);
        EXPERT.put("/me/blocks/" + helper, null).is(204);
        assertThat(EXPERT.get("/me/blocks").items()).hasSize(1);

        long answer = HELPER.answers(question);
        long heard = ASKER.answers(question);
        assertThat(newsOf(EXPERT, question)).containsExactly(heard);
        String offered = "/me/mentionable?q=" + helper.substring(0, 4) + "&question=" + question;
        assertThat(EXPERT.get(offered).is(200).response().body()).doesNotContain("\"" + helper + "\"");
        JsonObject here = ASKER.get(offered).is(200).items().get(0).getAsJsonObject();
        assertThat(here.get("handle").getAsString()).isEqualTo(helper);
        assertThat(here.get("here").getAsBoolean()).isTrue();

        assertThat(ASKER.get("/me/mentionable?q=m%C3%BCl&question=" + question).items())
                .isEmpty();

        EXPERT.delete("/me/blocks/" + helper, null).is(204);
        long another = HELPER.answers(question, "Oder Kanal 6, der ist oft frei.");
        assertThat(newsOf(EXPERT, question)).containsExactly(another, heard).doesNotContain(answer);

        EXPERT.put("/me/blocks/" + handle(EXPERT), null).isRefused(409, "block.self");
        EXPERT.put("/me/blocks/nobody-at-all", null).isRefused(404, "member.unknown");
        VISITOR.call("PUT", "/me/blocks/" + helper, null, "Sec-Fetch-Site", "same-origin")
                .isRefused(401, "api.signed_out");
    }

    @Test
    void whatABlockedMemberWroteIsFoldedForTheOneWhoBlockedAlone() {
        long question = EXPERT.asks();
        long answer = HELPER.answers(question);
        String path = "/questions/" + question;
        BlindBrowser expert = session(EXPERT);
        BlindBrowser asker = session(ASKER);
        EXPERT.put("/me/blocks/" + handle(HELPER), null).is(204);

        Document seen = Jsoup.parse(expert.open(path).body());
        assertThat(seen.select("#answer-" + answer + " details.folded .prose")).hasSize(1);
        assertThat(seen.select("#question details.folded")).isEmpty();
        assertThat(Jsoup.parse(asker.open(path).body()).select("details.folded"))
                .isEmpty();
        BlindBrowser stranger = new BlindBrowser(TestStack.get().url());
        assertThat(Jsoup.parse(stranger.open(path).body()).select("details.folded, [action$=bookmark]"))
                .isEmpty();
        String list = "/categories/" + Person.CATEGORY;
        String row = "a[href^=/questions/" + HELPER.asks() + "/]";
        assertThat(Jsoup.parse(expert.open(list).body()).select(".row.is-folded " + row))
                .hasSize(1);
        assertThat(Jsoup.parse(asker.open(list).body()).select(".row:not(.is-folded) " + row))
                .hasSize(1);
        assertThat(Jsoup.parse(expert.open("/").body()).select(row)).isEmpty();
        String search = "/search?sort=newest&author=" + handle(HELPER);
        Patience.awaitThat(
                () -> Jsoup.parse(expert.open(search).body())
                        .select(".row.is-folded " + row)
                        .size(),
                1);
        assertThat(Jsoup.parse(asker.open(search).body()).select(".row:not(.is-folded) " + row))
                .hasSize(1);

        assertThat(EXPERT.get("/questions/" + question + "/answers").items().asList())
                .extracting(one -> one.getAsJsonObject()
                        .getAsJsonObject("you")
                        .get("blocked")
                        .getAsBoolean())
                .containsExactly(true);

        EXPERT.delete("/me/blocks/" + handle(HELPER), null).is(204);
        assertThat(Jsoup.parse(expert.open(path).body()).select("details.folded"))
                .isEmpty();
        assertThat(Jsoup.parse(expert.open(list).body()).select(".row:not(.is-folded) " + row))
                .hasSize(1);
    }

    @Test
    void whatABlockedMemberAskedIsNotSuggested() {
        JsonObject asked = Person.aQuestion("Warum flimmert mein Kühlschrankdisplay im Gewitter?");
        long theirs = HELPER.post("/questions", asked).is(201).id();
        long others = ASKER.post("/questions", asked).is(201).id();
        String similar = "/similar?limit=20&text=Warum+flimmert+mein+K%C3%BChlschrankdisplay";
        Patience.awaitThat(() -> suggested(VISITOR, similar).containsAll(List.of(theirs, others)), true);
        EXPERT.put("/me/blocks/" + handle(HELPER), null).is(204);
        assertThat(suggested(EXPERT, similar)).contains(others).doesNotContain(theirs);
        EXPERT.delete("/me/blocks/" + handle(HELPER), null).is(204);
        assertThat(suggested(EXPERT, similar)).contains(theirs, others);
    }

    /** Nothing while nobody can tell. */
    private static List<Long> suggested(Person person, String similar) {
        Reply reply = person.get(similar);
        return reply.status() == 200 ? reply.ids() : List.of();
    }

    @Test
    void aListOfOnesOwnSaysWhyItIsEmpty() {
        Stack stack = TestStack.get();
        String name = "leer" + UUID.randomUUID().toString().substring(0, 8);
        new KeycloakConsole(stack).createAccount(name, "customer");
        BlindBrowser member = new BlindBrowser(stack.url());
        member.login(name + "@example.org", KeycloakConsole.PASSWORD, "/mine");
        assertThat(wayOut(member, "?show=followed")).isEqualTo("/questions");
        assertThat(wayOut(member, "?show=followed&state=solved"))
                .as("nothing yet, whatever the state")
                .isEqualTo("/questions");

        member.post(
                "/forms/questions/" + ASKER.asks() + "/subscription",
                Map.of("on", "true"),
                "Sec-Fetch-Site",
                "same-origin");
        assertThat(Jsoup.parse(member.open("/mine?show=followed").body()).select(".row"))
                .hasSize(1);
        assertThat(wayOut(member, "?show=followed&state=solved"))
                .as("nothing that fits")
                .isEqualTo("/mine?show=followed");
        Document behind = Jsoup.parse(member.open("/mine?show=followed&after=" + new Cursor(0, 0).encode())
                .body());
        assertThat(behind.select(".empty a")).as("behind the end").isEmpty();
        assertThat(behind.select(".pagination a").attr("href")).isEqualTo("/mine?show=followed");
        assertThat(wayOut(member, "?state=solved")).isEqualTo("/ask");
        assertThat(Jsoup.parse(member.open("/questions?after=" + new Cursor(0, 0).encode())
                                .body())
                        .select(".empty a"))
                .as("nobody asks the first question behind the end")
                .isEmpty();
    }

    private static String wayOut(BlindBrowser member, String query) {
        Document page = Jsoup.parse(member.open("/mine" + query).body());
        assertThat(page.select(".empty h2, .empty p"))
                .hasSize(2)
                .allMatch(text -> !text.text().contains("mine.empty"));
        return page.select(".empty a.button").attr("href");
    }

    @Test
    void bookmarksAreFoundAgainByTheirMemberAlone() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        EXPERT.put("/questions/" + question + "/bookmark", null).is(204);
        EXPERT.put("/answers/" + answer + "/bookmark", null).is(204);
        EXPERT.put("/answers/" + answer + "/bookmark", null).is(204);
        assertThat(kept(EXPERT, question, answer)).containsExactly("answer " + answer, "question " + question);
        assertThat(kept(HELPER, question, answer)).isEmpty();

        String first = EXPERT.get("/me/bookmarks?limit=1").json().get("next").getAsString();
        assertThat(EXPERT.get("/me/bookmarks?limit=1&after=" + first)
                        .items()
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("post")
                        .get("id")
                        .getAsLong())
                .isEqualTo(question);

        MODERATOR
                .put("/answers/" + answer + "/hidden", Map.of("reason", "Das gehört nicht hierher"))
                .is(204);
        assertThat(kept(EXPERT, question, answer)).containsExactly("question " + question);
        HELPER.put("/answers/" + answer + "/bookmark", null).isRefused(404, "question.unknown_answer");
        HELPER.put("/questions/999999999/bookmark", null).isRefused(404, "question.unknown");

        EXPERT.delete("/questions/" + question + "/bookmark", null).is(204);
        EXPERT.delete("/questions/" + question + "/bookmark", null).is(204);
        assertThat(kept(EXPERT, question, answer)).isEmpty();
    }

    @Test
    void severalAnswersInOneThreadAreOneLineOfNews() {
        long question = EXPERT.asks();
        HELPER.answers(question);
        ASKER.answers(question);
        BlindBrowser expert = session(EXPERT);
        String title = EXPERT.get("/questions/" + question).json().get("title").getAsString();

        Document unread = Jsoup.parse(expert.open("/notifications").body());
        assertThat(unread.select(".bells li.is-new:contains(" + title + ")"))
                .singleElement()
                .satisfies(line -> assertThat(line.text())
                        .contains("2 neue Antworten, zuletzt von", "Weil du die Frage gestellt hast"));
        String where = unread.select(".bells li:contains(" + title + ") a").attr("href");
        expert.open(where);
        HELPER.answers(question, "Oder Kanal 6, der ist oft frei.");

        Document read = Jsoup.parse(expert.open("/notifications").body());
        assertThat(read.select(".bells li:contains(" + title + ")").eachText())
                .hasSize(2)
                .element(0)
                .asString()
                .contains("hat geantwortet");
        assertThat(read.select(".bells li.is-new:contains(" + title + ")")).hasSize(1);
        expert.open("/questions/" + question);
        assertThat(Jsoup.parse(expert.open("/notifications").body()).select(".bells li.is-new:contains(" + title + ")"))
                .isEmpty();
    }

    @Test
    void anAvatarIsSquarePublicAndGoneWithTheNextOne() throws Exception {
        avatar(EXPERT, "PUT", png(600, 400)).is(204);
        String first = avatarUrl();
        assertThat(picture(first).getWidth()).isEqualTo(288);
        assertThat(picture(first).getHeight()).isEqualTo(288);
        assertThat(picture(first.replace("/avatar", "/thumbnail/avatar")).getWidth())
                .isEqualTo(96);

        avatar(EXPERT, "PUT", png(80, 100)).is(204);
        assertThat(status(first)).isEqualTo(404);
        assertThat(picture(avatarUrl()).getWidth()).isEqualTo(80);
        assertThat(profile(handle(EXPERT)).select(".profile-head .avatar img").attr("src"))
                .isEqualTo(avatarUrl());

        String second = avatarUrl();
        avatar(EXPERT, "PUT", "<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .isRefused(415, "attachment.unsupported");
        assertThat(avatarUrl()).isEqualTo(second);
        avatar(EXPERT, "DELETE", new byte[0]).is(204);
        avatar(EXPERT, "DELETE", new byte[0]).is(204);
        assertThat(status(second)).isEqualTo(404);
        assertThat(profile(handle(EXPERT)).select(".profile-head .avatar img")).isEmpty();
    }

    private static String avatarUrl() {
        return VISITOR.get("/members/" + handle(EXPERT)).json().get("avatarUrl").getAsString();
    }

    private static Reply avatar(Person person, String method, byte[] content) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestStack.get().url() + "/api/v1/me/avatar"))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "application/octet-stream")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        return new Reply(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private static BufferedImage picture(String url) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(TestStack.get().url() + url)).build();
        HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private static int status(String url) {
        return new BlindBrowser(TestStack.get().url()).get(url).status();
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static String handle(Person person) {
        return person.get("/me").is(200).json().get("handle").getAsString();
    }

    private static Document profile(String handle) {
        return Jsoup.parse(new BlindBrowser(TestStack.get().url())
                .open("/members/" + handle)
                .body());
    }

    private static List<Long> newsOf(Person person, long question) {
        return StreamSupport.stream(
                        person.get("/me/notifications?limit=50").items().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(news -> !news.get("questionId").isJsonNull()
                        && news.get("questionId").getAsLong() == question)
                .map(news -> news.get("answerId").getAsLong())
                .toList();
    }

    private static List<String> kept(Person person, long question, long answer) {
        Set<String> wanted = Set.of("question " + question, "answer " + answer);
        return StreamSupport.stream(person.get("/me/bookmarks?limit=50").items().spliterator(), false)
                .map(item -> item.getAsJsonObject().getAsJsonObject("post"))
                .map(post ->
                        post.get("type").getAsString() + " " + post.get("id").getAsLong())
                .filter(wanted::contains)
                .toList();
    }

    private static void everyWrongSettingStandsAtItsField() {
        BlindBrowser browser = session(EXPERT);
        Map<String, String> fields = new HashMap<>();
        Jsoup.parse(browser.open("/settings").body())
                .select("form#settings input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.putAll(Map.of("handle", "a b", "about", "Neues. ".repeat(100), "zone", "Mars/Olympus"));
        fields.putAll(Map.of("language", "xx", "theme", "rosa", "save", "save"));
        BlindBrowser.Page refused =
                browser.post("/settings", fields, "Origin", TestStack.get().url());
        assertThat(refused.status()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select(".field-error:not(:empty)").eachAttr("id"))
                .containsExactlyInAnyOrder(
                        "handle-error", "about-error", "zone-error", "language-error", "theme-error");
        assertThat(page.select("#handle").val()).isEqualTo("a b");
        assertThat(page.select("#about").val()).startsWith("Neues. Neues.");
    }

    private static BlindBrowser session(Person person) {
        BlindBrowser browser = new BlindBrowser(TestStack.get().url());
        browser.login(person.name().toLowerCase(java.util.Locale.ROOT) + "@example.org", "hilft-demo", "/");
        return browser;
    }
}
