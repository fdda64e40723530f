package hilft.web.page;

import hilft.stack.BlindBrowser;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import hilft.web.security.KeycloakConsole;
import hilft.web.security.Patience;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.EXPERT;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** How many statements a member's page costs, whatever stands on it; the database itself is asked. */
class StatementsIT {

    private static final int THREAD = 6;
    private static final int LIST = 4;
    private static final long SEARCH = 4;
    private static final String MORE_ANSWERS = """
            insert into answer (id, question_id, author_id, language, body, body_html, body_text, official, written_at, \
            score, version) select 1000000000 + ? * 1000 + n.seq, question_id, author_id, language, body, body_html, \
            body_text, official, written_at, n.seq mod 7, 1 from answer a, seq_1_to_%d n where a.id = ?
            """;

    private static final Map<String, String> COMMENT = Map.of("body", "Geht das auch mit der alten Firmware?");
    private static final String MORE_COMMENTS = """
            insert into comment (id, post_type, post_id, question_id, author_id, language, body, body_html, body_text, \
            written_at, version) select 1000000000 + nextval(comment_seq) * 10 + n.seq, 'ANSWER', a.id, a.question_id, c.author_id, c.language, \
            c.body, c.body_html, c.body_text, c.written_at, 1 from answer a, comment c, seq_1_to_7 n \
            where a.question_id = ? and c.id = ?
            """;
    private static final String COUNT_COMMENTS = """
            update answer a set comment_count = (select count(*) from comment c where c.question_id = a.question_id \
            and c.post_type = 'ANSWER' and c.post_id = a.id) where a.question_id = ?
            """;

    private static Stack stack;
    private static BlindBrowser member;
    private static String name = "";
    private static String email;

    @BeforeAll
    static void logIn() {
        stack = TestStack.get();
        name = "zaehler" + UUID.randomUUID().toString().substring(0, 8);
        new KeycloakConsole(stack).createAccount(name, "customer");
        member = new BlindBrowser(stack.url());
        email = name + "@example.org";
        member.login(email, KeycloakConsole.PASSWORD, "/");
    }

    @Test
    void aThreadCostsTheSameHoweverLongItIs() throws SQLException {
        long question = ASKER.asks();
        String path = member.open("/questions/" + question).address().getPath();
        assertThat(statements(path)).as("no answer").isLessThanOrEqualTo(THREAD);
        HELPER.post("/questions/" + question + "/comments", COMMENT).is(201);
        assertThat(statements(path)).as("no answer, a comment").isLessThanOrEqualTo(THREAD);

        long answer = HELPER.answers(question);
        long comment =
                ASKER.post("/answers/" + answer + "/comments", COMMENT).is(201).id();
        addAnswers(question, answer, 19);
        addComments(question, comment);
        assertThat(statements(path)).as("20 answers").isLessThanOrEqualTo(THREAD);

        addAnswers(question + 500_000, answer, 480);
        addComments(question, comment);
        EXPERT.post("/answers/" + answer + "/comments", COMMENT).is(201);
        assertThat(Jsoup.parse(member.get(path).body()).select(".comment")).hasSizeGreaterThan(100);
        assertThat(statements(path)).as("500 answers").isLessThanOrEqualTo(THREAD);
        turnPages(path);
        assertThat(answers(path)).as("where a new answer stands").contains("/answers/");
        nameModerator(question);
        assertThat(Jsoup.parse(member.get(path).body()).select("main a[href^=/moderation]"))
                .isNotEmpty();
        assertThat(statements(path)).as("a moderator of its category").isLessThanOrEqualTo(THREAD);
        nameNobody();
        assertThat(statements(new BlindBrowser(stack.url()), "/questions/" + question + "/comments"))
                .as("all comments of the question")
                .isLessThanOrEqualTo(THREAD);
    }

    private static void nameModerator(long question) throws SQLException {
        run("insert into category_moderator (category_id, position, member_id) select q.category_id, 4, m.id "
                + "from question q, member m where q.id = " + question + " and m.email = '" + name + "@example.org'");
    }

    private static void nameNobody() throws SQLException {
        run("delete named from category_moderator named join member m on m.id = named.member_id and m.email = '" + name
                + "@example.org'");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = stack.database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    /** The pages that were come from are the same ones backwards, and cost as much. */
    private static void turnPages(String first) throws SQLException {
        String second = turned(first, "next");
        String third = turned(second, "next");
        assertThat(statements(third)).as("third page").isLessThanOrEqualTo(THREAD);
        assertThat(turned(third, "prev")).isEqualTo(second);
        assertThat(turned(second, "prev")).isEqualTo(first);
        assertThat(Jsoup.parse(member.get(first).body()).select("[rel=prev]")).isEmpty();
    }

    /** The address that the button and the head of a page name. */
    private static String turned(String path, String where) {
        Document page = Jsoup.parse(member.get(path).body());
        String url = page.select(".pagination a[rel=" + where + "]").attr("href");
        assertThat(page.select("head link[rel=" + where + "]").attr("href")).endsWith(url);
        return url;
    }

    /** Where the form leads. */
    private static String answers(String path) {
        Map<String, String> fields =
                new HashMap<>(Map.of("body", "Bei mir half es, den Stecker zu ziehen.", "publish", "publish"));
        Jsoup.parse(member.get(path).body())
                .select("form#answer input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return member.post(path, fields, "Sec-Fetch-Site", "same-origin").header("Location");
    }

    /** Seven more under each answer of the question. */
    private static void addComments(long question, long like) throws SQLException {
        try (Connection connection = stack.database().connect();
                PreparedStatement insert = connection.prepareStatement(MORE_COMMENTS);
                PreparedStatement count = connection.prepareStatement(COUNT_COMMENTS)) {
            insert.setLong(1, question);
            insert.setLong(2, like);
            assertThat(insert.executeUpdate()).isGreaterThan(100);
            count.setLong(1, question);
            assertThat(count.executeUpdate()).isGreaterThan(10);
        }
    }

    @Test
    void listsCostAsLittleAsTheyMay() throws SQLException {
        comeAgain();
        ASKER.asks();
        assertThat(Jsoup.parse(member.get("/questions").body()).select(".row-fresh"))
                .as("what is unread is looked for")
                .isNotEmpty();
        for (String path : new String[] {
            "/questions",
            "/questions?state=solved&sort=votes",
            "/categories/api-tests",
            "/tags/wlan",
            "/",
            "/ask",
            "/mine",
            "/mine?show=answers",
            "/mine?show=followed&state=open",
            "/mine?show=bookmarks"
        }) {
            assertThat(statements(path)).as(path).isLessThanOrEqualTo(LIST);
        }
    }

    /** The last visit was an hour ago. */
    private static void comeAgain() throws SQLException {
        try (Connection connection = stack.database().connect();
                PreparedStatement statement = connection.prepareStatement(
                        "update member set visited_at = utc_timestamp(6) - interval 1 hour where email = ?")) {
            statement.setString(1, email);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void aSearchCostsAsMuchAsAListWithTheTextsThatMatch() throws SQLException {
        ASKER.asks();
        Patience.awaitThat(
                () -> VISITOR.get("/search?q=wlan").json().get("total").getAsLong() > 0, true);
        BlindBrowser visitor = new BlindBrowser(stack.url());
        for (String path : new String[] {"/search?q=wlan+router", "/search?q=wlan&state=open&tag=wlan&sort=newest"}) {
            assertThat(statements(visitor, path)).as(path).isBetween(2L, SEARCH);
            assertThat(statements(visitor, "/api/v1" + path))
                    .as("/api/v1" + path)
                    .isBetween(2L, SEARCH);
        }
        assertThat(statements(visitor, "/search?q=wlan+ruoter")).as("misspelt").isBetween(2L, SEARCH);
    }

    @Test
    void theCounterSeesEachStatement() throws SQLException {
        assertThat(statements("/mine")).isGreaterThanOrEqualTo(2);
    }

    /** The least of some tries: jobs in the background only ever add. */
    private static long statements(String path) throws SQLException {
        return statements(member, path);
    }

    private static long statements(BlindBrowser reader, String path) throws SQLException {
        long least = Long.MAX_VALUE;
        try (Connection connection = stack.database().connect()) {
            for (int i = 0; i < 8; i++) {
                long before = questions(connection);
                assertThat(reader.get(path).status()).isEqualTo(200);
                least = Math.min(least, questions(connection) - before - 1);
            }
        }
        return least;
    }

    private static long questions(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("show global status like 'Questions'");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(2);
        }
    }

    private static void addAnswers(long series, long like, int number) throws SQLException {
        try (Connection connection = stack.database().connect();
                PreparedStatement insert = connection.prepareStatement(MORE_ANSWERS.formatted(number))) {
            insert.setLong(1, series);
            insert.setLong(2, like);
            assertThat(insert.executeUpdate()).isEqualTo(number);
        }
    }
}
