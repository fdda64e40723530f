package hilft.web.api;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import hilft.stack.BlindBrowser;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import hilft.web.security.Patience;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static hilft.web.api.Person.ADMIN;
import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.MODERATOR;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** Admins look after categories and tags; what they do is seen everywhere at once. */
class CuratingIT {

    private static final String PASSWORD = "hilft-demo";

    private static Stack stack;
    private static BlindBrowser admin;
    private static String moderator = "";

    @BeforeAll
    static void logIn() {
        stack = TestStack.get();
        Person.ensureCategory();
        // whoever is named must have been here
        moderator = MODERATOR.get("/me").is(200).json().get("handle").getAsString();
        admin = new BlindBrowser(stack.url());
        admin.login("admin@example.org", PASSWORD, "/");
    }

    @Test
    void aCategoryIsMadeChangedAndFoundUnderItsOldAddress() {
        String slug = slug();
        Map<String, String> fields = fields(slug);
        assertThat(send("/admin/categories/new", "create", fields).status()).isEqualTo(302);
        Document page = read(VISITOR_BROWSER, "/categories/" + slug);
        assertThat(page.select("h1").text()).isEqualTo("Funk & Kabel");
        assertThat(page.select(".emblem.colour-blue")).hasSize(1);
        assertThat(page.select(".rules li").eachText()).containsExactly("Keine Rufnummern", "Ein Problem je Frage");
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("Alles <ohne> Draht");
        assertThat(page.select(".rail a[href='/members/" + moderator + "']")).hasSize(1);
        assertThat(read(VISITOR_BROWSER, "/ask").select("[data-rules-of=" + slug + "] li"))
                .hasSize(2);

        String renamed = slug + "-2";
        fields.put("slug", renamed);
        fields.put("nameDe", "Funk");
        assertThat(send("/admin/categories/" + slug, "save", fields).status()).isEqualTo(302);
        assertThat(logged(renamed))
                .containsExactly("Kurzname: " + slug + " → " + renamed + " · Name auf Deutsch: Funk & Kabel → Funk");
        assertThat(logged(slug)).as("made, with nothing to add").containsExactly("");
        BlindBrowser.Page old = VISITOR_BROWSER.get("/categories/" + slug + "?state=open");
        assertThat(old.status()).isEqualTo(301);
        assertThat(old.header("Location")).endsWith("/categories/" + renamed + "?state=open");
        assertThat(read(VISITOR_BROWSER, "/categories/" + renamed).select("h1").text())
                .isEqualTo("Funk");
        ADMIN.post("/categories", category(slug)).isRefused(409, "category.slug_taken");
        VISITOR.get("/categories/" + slug).is(200);
        assertThat(VISITOR.get("/categories/" + slug).json().get("slug").getAsString())
                .isEqualTo(renamed);
    }

    @Test
    void twoWhoChangeOneAtOnceSeeBothVersionsAndLoseNothing() {
        String slug = slug();
        ADMIN.post("/categories", category(slug)).is(201);
        Map<String, String> fields = fields(slug);
        fields.put("version", version("/admin/categories/" + slug));
        ADMIN.patch("/categories/" + slug, Map.of("nameDe", "Von jemand anderem"), "If-Match", "*")
                .is(200);

        BlindBrowser.Page refused = send("/admin/categories/" + slug, "save", fields);
        assertThat(refused.status()).isEqualTo(412);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select(".conflict .versions-text").eachText()).contains("Von jemand anderem", "Funk & Kabel");
        assertThat(page.select("#nameDe").val()).isEqualTo("Funk & Kabel");
        assertThat(page.select("input[name=colour][checked]").val()).isEqualTo("blue");
        fields.put("version", page.select("#version").val());
        assertThat(send("/admin/categories/" + slug, "save", fields).status()).isEqualTo(302);
        assertThat(VISITOR.get("/categories/" + slug).json().get("nameDe").getAsString())
                .isEqualTo("Funk & Kabel");
    }

    static Stream<List<String>> wrongFields() {
        return Stream.of(
                List.of("slug", "Groß und Klein"),
                List.of("slug", "new"),
                List.of("slug", "../../etc"),
                List.of("icon", "skull"),
                List.of("icon", "\"><script>alert(1)</script>"),
                List.of("colour", "red;background:url(//evil.example)"),
                List.of("nameDe", " \u200b "),
                List.of("nameEn", "x".repeat(61)),
                List.of("descriptionDe", ""),
                List.of("descriptionEn", "📶".repeat(201)),
                List.of("rulesDe", "x".repeat(2001)),
                List.of("rulesEn", "x".repeat(2001)),
                List.of("templateDe", "x".repeat(2001)),
                List.of("templateEn", "x".repeat(2001)),
                List.of("moderators", "niemand-heisst-so"),
                List.of("moderators", "a,b,c,d,e,f"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void whatACategoryCannotBeIsSaidAtItsField(List<String> wrong) {
        Map<String, String> fields = fields(slug());
        fields.put(wrong.get(0), wrong.get(1));

        BlindBrowser.Page refused = send("/admin/categories/new", "create", fields);
        assertThat(refused.status()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select(".field-error:not(:empty)")).hasSize(1);
        assertThat(page.select("#" + wrong.get(0) + "-error").text()).isNotBlank();
        assertThat(page.select("#descriptionDe").val()).isEqualTo(fields.get("descriptionDe"));
        assertThat(page.select("script:containsData(alert(1))")).isEmpty();
    }

    @Test
    void theOrderIsTheOneOfTheHomePageAndTheConsoleMovesByButtons() {
        String first = slug();
        String second = slug();
        ADMIN.post("/categories", category(first)).is(201);
        ADMIN.post("/categories", category(second)).is(201);
        ADMIN.put("/categories/" + first + "/position", Map.of("position", 1)).is(204);
        ADMIN.put("/categories/" + second + "/position", Map.of("position", 1)).is(204);
        assertThat(slugs("/categories")).startsWith(second, first);
        assertThat(read(VISITOR_BROWSER, "/")
                        .select(".rail a.tile[href^=/categories/]")
                        .eachAttr("href"))
                .startsWith("/categories/" + second, "/categories/" + first);

        Document console = read(admin, "/admin/categories");
        Elements down = console.select("form[action='/forms/categories/" + second + "/position']");
        for (int pressed = 0; pressed < 2; pressed++) {
            BlindBrowser.Page moved = admin.post(
                    down.attr("action"),
                    Map.of("place", down.select("[name=place]").val(), "to", "down"),
                    "Origin",
                    stack.url());
            assertThat(moved.status()).isEqualTo(303);
            assertThat(slugs("/categories")).startsWith(first, second);
        }
        assertThat(read(admin, "/admin/categories?moved=" + second + "&to=down").select("button[autofocus]"))
                .hasSize(1);
        ADMIN.put("/categories/" + first + "/position", Map.of("position", 100_000))
                .is(204);
        assertThat(slugs("/categories")).endsWith(first);
        ADMIN.put("/categories/" + second + "/position", Map.of("position", 100_000))
                .is(204);
    }

    @Test
    void inAnArchivedCategoryIsReadAndAnsweredAndNotAsked() {
        String slug = slug();
        ADMIN.post("/categories", category(slug)).is(201);
        var question = Person.aQuestion();
        question.addProperty("category", slug);
        long id = ASKER.post("/questions", question).is(201).id();
        assertThat(read(VISITOR_BROWSER, "/").select("a[href='/categories/" + slug + "']"))
                .isNotEmpty();

        String asking = ".empty a[href^='/ask']";
        assertThat(read(VISITOR_BROWSER, "/categories/" + slug + "?state=solved")
                        .select(asking))
                .hasSize(1);
        assertThat(admin.post("/forms/categories/" + slug + "/archive", Map.of(), "Origin", stack.url())
                        .status())
                .isEqualTo(303);
        assertThat(read(VISITOR_BROWSER, "/").select(".rail a[href='/categories/" + slug + "']"))
                .isEmpty();
        assertThat(read(VISITOR_BROWSER, "/ask").select("option[value=" + slug + "]"))
                .isEmpty();
        assertThat(read(VISITOR_BROWSER, "/categories/" + slug).text()).contains("Diese Kategorie ist abgeschlossen");
        Document empty = read(VISITOR_BROWSER, "/categories/" + slug + "?state=solved");
        assertThat(empty.select(".empty")).hasSize(1);
        assertThat(empty.select(asking)).isEmpty();
        assertThat(slugs("/categories")).doesNotContain(slug);
        assertThat(slugs("/categories?archived=true")).contains(slug);
        VISITOR.get("/questions/" + id).is(200);
        MODERATOR.answers(id);
        question.addProperty("title", "Noch eine in der alten " + UUID.randomUUID());
        assertThat(ASKER.post("/questions", question)
                        .isRefused(422, "question.invalid")
                        .errors())
                .containsExactly("category: question.category_archived");
        ASKER.patch("/questions/" + id, Map.of("title", "Auch hier wird noch verbessert " + slug), "If-Match", "*")
                .is(200);
        long elsewhere = ASKER.asks();
        MODERATOR
                .put("/questions/" + elsewhere + "/category", Map.of("category", slug, "reason", "gehört dorthin"))
                .is(422);

        ADMIN.delete("/categories/" + slug + "/archive", null).is(204);
        ADMIN.delete("/categories/" + slug + "/archive", null).is(204);
        ASKER.post("/questions", question).is(201);
    }

    @Test
    void nobodyElseLooksAfterCategoriesAndTags() {
        BlindBrowser other = new BlindBrowser(stack.url());
        other.login("moderator@example.org", PASSWORD, "/");
        for (String path : List.of(
                "/admin/categories",
                "/admin/categories/new",
                "/admin/categories/api-tests",
                "/admin/tags",
                "/admin/tags/wlan")) {
            assertThat(other.get(path).status()).as(path).isEqualTo(403);
        }
        for (String path : List.of(
                "/forms/categories/api-tests/archive",
                "/forms/categories/api-tests/bring-back",
                "/forms/categories/api-tests/position",
                "/forms/tags/separate")) {
            BlindBrowser.Page refused = other.post(path, Map.of("place", "1", "tag", "wlan"), "Origin", stack.url());
            assertThat(refused.header("Location")).as(path).doesNotContain("/admin/");
        }
        MODERATOR.put("/categories/api-tests/archive", null).isRefused(403, "category.not_allowed");
        MODERATOR.delete("/categories/api-tests/archive", null).isRefused(403, "category.not_allowed");
        MODERATOR.put("/categories/api-tests/position", Map.of("position", 1)).isRefused(403, "category.not_allowed");
        VISITOR.put("/categories/api-tests/archive", null).is(403);
        assertThat(slugs("/categories")).contains(Person.CATEGORY);
        assertThat(admin.get("/admin/categories/gibt-es-nicht").status()).isEqualTo(404);
        assertThat(admin.get("/admin/tags/gibt-es-nicht").status()).isEqualTo(404);
        assertThat(admin.get("/admin/tags/%3Cb%3E").status()).isEqualTo(404);
        ADMIN.put("/categories/gibt-es-nicht/position", Map.of("position", 1)).isRefused(404, "category.unknown");
    }

    @Test
    void aTagIsDescribedOnItsPage() {
        String tag = tag();
        asks(tag);
        Map<String, String> fields = new HashMap<>(Map.of(
                "nameDe",
                "Drahtlos <b>",
                "nameEn",
                "Wireless",
                "descriptionDe",
                "Was ohne Kabel geht",
                "descriptionEn",
                "",
                "version",
                "0"));
        assertThat(send("/admin/tags/" + tag, "save", "tag-form", fields).status())
                .isEqualTo(302);
        Document page = read(VISITOR_BROWSER, "/tags/" + tag);
        assertThat(page.select("h1").text()).contains("Drahtlos <b>");
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("Was ohne Kabel geht");
        assertThat(read(admin, "/admin/tags?q=" + tag).select("td").text()).contains(tag, "Was ohne Kabel geht", "1");

        BlindBrowser.Page stale = send(
                "/admin/tags/" + tag,
                "save",
                "tag-form",
                new HashMap<>(Map.of(
                        "nameDe", "Anders", "nameEn", "", "descriptionDe", "", "descriptionEn", "", "version", "0")));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(Jsoup.parse(stale.body()).select(".conflict .versions-text").eachText())
                .contains("Drahtlos <b>", "Anders");
        for (String field : List.of("nameDe", "nameEn", "descriptionDe", "descriptionEn")) {
            fields.put("version", version("/admin/tags/" + tag));
            Map<String, String> wrong = new HashMap<>(fields);
            wrong.put(field, "x".repeat(201));
            BlindBrowser.Page refused = send("/admin/tags/" + tag, "save", "tag-form", wrong);
            assertThat(refused.status()).as(field).isEqualTo(422);
            assertThat(Jsoup.parse(refused.body())
                            .select("#" + field + "-error")
                            .text())
                    .isNotBlank();
        }
    }

    @Test
    void aMergedTagLeadsToTheOtherEverywhere() throws SQLException {
        String main = tag();
        String synonym = tag();
        String third = tag();
        long both = asks(synonym, "vorher", main);
        long one = asks(synonym);
        many(one, synonym, 450);
        assertThat(send("/admin/tags/" + third, "mergeNow", "merge-form", Map.of("into", synonym))
                        .status())
                .as("nobody wears it")
                .isEqualTo(404);
        long other = asks(third);
        assertThat(send("/admin/tags/" + third, "mergeNow", "merge-form", Map.of("into", "#" + synonym))
                        .status())
                .isEqualTo(302);
        String seen = ASKER.get("/questions/" + one).header("ETag");
        BlindBrowser.Page asked = send("/admin/tags/" + main, "addSynonym", "synonym-form", Map.of("synonym", synonym));
        assertThat(asked.status()).isEqualTo(422);
        Document counted = Jsoup.parse(asked.body());
        assertThat(counted.select("#synonym-error").text()).startsWith("452 Fragen tragen dieses Schlagwort");
        assertThat(counted.select("#synonym").val()).isEqualTo(synonym);
        String confirmed = counted.select("#synonym-form input[name=confirmed]").val();
        assertThat(count(synonym)).isGreaterThan(450);
        assertThat(send(
                                "/admin/tags/" + main,
                                "addSynonym",
                                "synonym-form",
                                Map.of("synonym", synonym, "confirmed", confirmed))
                        .status())
                .isEqualTo(302);

        Patience.awaitThat(() -> count(synonym) == 0 && count(third) == 0, true);
        assertThat(tags(both)).containsExactly(main, "vorher");
        assertThat(tags(other)).containsExactly(main);
        assertThat(count(main)).isEqualTo(453);
        ASKER.patch(
                        "/questions/" + one,
                        Map.of("title", "Was vorher gelesen wurde, ist nicht mehr so"),
                        "If-Match",
                        seen)
                .is(412);
        for (String word : List.of(synonym, third)) {
            BlindBrowser.Page moved = VISITOR_BROWSER.get("/tags/" + word + "?sort=hot");
            assertThat(moved.status()).isEqualTo(301);
            assertThat(moved.header("Location")).endsWith("/tags/" + main + "?sort=hot");
            assertThat(VISITOR.get("/questions?tag=" + word).is(200).ids())
                    .hasSize(20)
                    .isEqualTo(VISITOR.get("/questions?tag=" + main).ids());
        }
        assertThat(tags(asks(third, main, "danach"))).containsExactly(main, "danach");
        Patience.awaitThat(
                () -> VISITOR.get("/search?q=tag:" + third).is(200).ids().contains(other), true);

        BlindBrowser.Page circle = send("/admin/tags/" + main, "mergeNow", "merge-form", Map.of("into", third));
        assertThat(circle.status()).isEqualTo(422);
        assertThat(Jsoup.parse(circle.body()).select("#into-error").text()).isNotBlank();
        for (String wrong : List.of("", main, "<b>", "x".repeat(31), "zwei,tags")) {
            assertThat(send("/admin/tags/" + main, "addSynonym", "synonym-form", Map.of("synonym", wrong))
                            .status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        for (String chained : List.of(synonym, third)) {
            BlindBrowser.Page chain = send("/admin/tags/vorher", "mergeNow", "merge-form", Map.of("into", chained));
            assertThat(chain.status()).isEqualTo(422);
            assertThat(Jsoup.parse(chain.body()).select("#into-error").text()).contains("steht selbst");
        }
        BlindBrowser.Page another = send("/admin/tags/vorher", "addSynonym", "synonym-form", Map.of("synonym", third));
        assertThat(Jsoup.parse(another.body()).select("#synonym-error").text()).contains("steht schon");
        admin.post("/forms/tags/separate", Map.of("tag", third), "Origin", stack.url());
        assertThat(tags(asks(third))).containsExactly(third);
    }

    @Test
    void aTagThatIsNoneYetIsMergedIntoOnlyWhenThatIsMeant() {
        String from = tag();
        String typo = tag();
        asks(from);
        String page = "/admin/tags/" + from;
        for (Map<String, String> sent : List.of(
                Map.of("into", typo),
                Map.of("into", typo, "confirmed", "on"),
                Map.of("into", typo, "confirmed", from))) {
            BlindBrowser.Page refused = send(page, "mergeNow", "merge-form", sent);
            assertThat(refused.status()).isEqualTo(422);
            Document shown = Jsoup.parse(refused.body());
            assertThat(shown.select("#into-error").text()).contains("gibt es noch nicht");
            assertThat(shown.select("#merge-form input[name=confirmed]").val()).isEqualTo(typo);
            assertThat(shown.select("#into").val()).isEqualTo(typo);
        }
        assertThat(admin.get("/admin/tags/" + typo).status()).isEqualTo(404);
        assertThat(send(page, "mergeNow", "merge-form", Map.of("into", typo, "confirmed", typo))
                        .status())
                .isEqualTo(302);
        Patience.awaitThat(() -> count(typo) == 1, true);
    }

    @Test
    void ofTwoMergesAgainstEachOtherOneIsDone() throws Exception {
        String one = tag();
        String other = tag();
        asks(one);
        asks(other);
        BlindBrowser second = new BlindBrowser(stack.url());
        second.login("admin@example.org", PASSWORD, "/");
        List<Callable<Integer>> merges = List.of(
                () -> send(admin, "/admin/tags/" + one, "mergeNow", "merge-form", Map.of("into", other))
                        .status(),
                () -> send(second, "/admin/tags/" + other, "mergeNow", "merge-form", Map.of("into", one))
                        .status());
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Integer> statuses =
                    two.invokeAll(merges).stream().map(CuratingIT::done).toList();
            assertThat(statuses).containsExactlyInAnyOrder(302, 422);
        } finally {
            two.shutdown();
        }
        Patience.awaitThat(() -> Math.min(count(one), count(other)) == 0, true);
        assertThat(count(one) + count(other)).isEqualTo(2);
    }

    private static int done(Future<Integer> status) {
        try {
            return status.get();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static final BlindBrowser VISITOR_BROWSER =
            new BlindBrowser(TestStack.get().url());

    @ParameterizedTest
    @ValueSource(strings = {"", "nirgends"})
    void whoeverAsksInNoKnownCategoryIsToldAtTheField(String category) {
        BlindBrowser.Page refused = send(
                admin,
                "/ask",
                "publish",
                "ask",
                Map.of("title", "Wohin gehört diese Frage?", "category", category, "body", "Das weiß ich noch nicht."));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#category\"", "Wohin gehört diese Frage?", "Das weiß ich noch nicht.");
    }

    private static BlindBrowser.Page send(String path, String button, Map<String, String> fields) {
        return send(path, button, "category-form", fields);
    }

    private static BlindBrowser.Page send(String path, String button, String form, Map<String, String> fields) {
        return send(admin, path, button, form, fields);
    }

    private static BlindBrowser.Page send(
            BlindBrowser browser, String path, String button, String form, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put(form, form);
        sent.put("jakarta.faces.ViewState", "stateless");
        sent.put(button, button);
        if (path.startsWith("/admin/categories/") && !sent.containsKey("version")) {
            sent.put("version", path.endsWith("/new") ? "0" : version(path));
        }
        sent.putIfAbsent("once", UUID.randomUUID().toString());
        return browser.post(path, sent, "Origin", stack.url());
    }

    private static String version(String path) {
        return read(admin, path).select("#version").val();
    }

    private static Document read(BlindBrowser browser, String path) {
        BlindBrowser.Page page = browser.open(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        return Jsoup.parse(page.body());
    }

    private static String slug() {
        return "probe-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String tag() {
        return "t" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static Map<String, String> category(String slug) {
        return Map.of(
                "slug",
                slug,
                "icon",
                "wifi",
                "nameDe",
                "Probe",
                "nameEn",
                "Trial",
                "descriptionDe",
                "Nur zum Prüfen",
                "descriptionEn",
                "For tests only");
    }

    private static Map<String, String> fields(String slug) {
        Map<String, String> fields = new HashMap<>();
        fields.put("slug", slug);
        fields.put("icon", "radio-tower");
        fields.put("colour", "blue");
        fields.put("nameDe", "Funk & Kabel");
        fields.put("nameEn", "Radio & cable");
        fields.put("descriptionDe", "Alles <ohne> Draht");
        fields.put("descriptionEn", "Everything <without> wire");
        fields.put("rulesDe", "Keine Rufnummern\r\n\r\nEin Problem je Frage");
        fields.put("rulesEn", "No phone numbers");
        fields.put("templateDe", "**Seit wann?**");
        fields.put("templateEn", "**Since when?**");
        fields.put("moderators", "@" + moderator);
        return fields;
    }

    /** What the log says in particular about each deed with a category or tag, the latest first. */
    private static List<String> logged(String subject) {
        return read(admin, "/admin/curation").select(".bells li").stream()
                .filter(line -> line.select("a").text().equals(subject))
                .map(line -> line.select("p").text())
                .toList();
    }

    private static long asks(String... tags) {
        var question = Person.aQuestion();
        question.add("tags", new Gson().toJsonTree(tags));
        return ASKER.post("/questions", question).is(201).id();
    }

    private static List<String> tags(long question) {
        return texts(VISITOR.get("/questions/" + question).is(200).json().get("tags"));
    }

    private static List<String> slugs(String path) {
        return StreamSupport.stream(VISITOR.get(path).is(200).items().spliterator(), false)
                .map(one -> one.getAsJsonObject().get("slug").getAsString())
                .toList();
    }

    private static List<String> texts(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    /** More than one batch of questions, copied from one. */
    private static void many(long question, String tag, int copies) throws SQLException {
        long first = 2_000_000_000L + question * 1_000;
        try (Connection connection = stack.database().connect();
                PreparedStatement questions = connection.prepareStatement(
                        "insert into question (id, author_id, category_id, title, slug, language, body, body_html, body_text, excerpt,"
                                + " asked_at, last_activity_at, version) select ? + n.seq, author_id, category_id, title, slug, language,"
                                + " body, body_html, body_text, excerpt, asked_at, last_activity_at, 1 from question q, seq_1_to_"
                                + copies
                                + " n where q.id = ?");
                PreparedStatement tags = connection.prepareStatement(
                        "insert into question_tag (question_id, position, name) select ? + n.seq, 0, ? from seq_1_to_"
                                + copies + " n")) {
            questions.setLong(1, first);
            questions.setLong(2, question);
            questions.executeUpdate();
            tags.setLong(1, first);
            tags.setString(2, tag);
            tags.executeUpdate();
        }
    }

    private static long count(String tag) {
        try (Connection connection = stack.database().connect();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from question_tag where name = ?")) {
            statement.setString(1, tag);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
