package hilft.journey;

import hilft.stack.Browser;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What goes wrong is told in words that help, and tells a stranger nothing. */
class FaultsJourney {
    private static final Site site = Site.open();
    private static final Browser browser = Browser.open();
    private static final int TOO_MUCH = 40_000_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Album album = new Album(1280);

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aPageThatDoesNotExistOffersASearch() {
        try (var visitor = visitor()) {
            visitor.opens("/gibt/es/nicht").sees("Diese Seite gibt es nicht").looks("fault-404");
            visitor.expects("404 GET /gibt/es/nicht");
            visitor.page().locator("#error-search").fill("router");
            visitor.presses("Suchen").sees("Ergebnisse für „router“");
            assertQuiet(visitor);
        }
    }

    @Test
    void aCrashIsAFriendlyPageWithANumber() throws SQLException {
        assumeTrue(Site.isOfThisRun(), "breaks the database, so not with a demo");
        var stack = TestStack.get();
        try (var visitor = visitor();
                var member = visitor().opens("/").logsIn("expert")) {
            rename(stack, "notification", "notification_away");
            try {
                member.opens("/questions").sees("Das ging schief").expects("500 GET /questions");
            } finally {
                rename(stack, "notification_away", "notification");
            }
            rename(stack, "ledger_entry", "ledger_entry_away");
            try {
                visitor.opens("/leaderboard").sees("Das ging schief").looks("fault-500");
            } finally {
                rename(stack, "ledger_entry_away", "ledger_entry");
            }
            visitor.expects("500 GET /leaderboard");
            assertThat(visitor.page().locator(".status-code code")).hasText(java.util.regex.Pattern.compile("\\S{8,}"));
            assertThat(visitor.page().content()).doesNotContain("Exception", "\tat ", "ledger_entry");
            visitor.opens("/leaderboard").sees("Bestenliste");
            assertQuiet(visitor);
            assertQuiet(member);
        }
    }

    private static void rename(Stack stack, String from, String to) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("rename table " + from + " to " + to);
        }
    }

    @Test
    void aLoginThatCameToNothingIsExplained() {
        try (var visitor = visitor()) {
            visitor.opens("/callback?error=access_denied").sees("Die Anmeldung hat nicht geklappt");
            visitor.expects("400 GET /callback").looks("fault-login");
            visitor.opens("/callback?state=erfunden&code=erfunden").sees("Die Anmeldung hat zu lange gedauert");
            visitor.expects("400 GET /callback");
            visitor.presses("Noch einmal anmelden").sees("Noch kein Konto?");
            assertQuiet(visitor);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ask", "/ask?about=Router", "/attachments?page=/ask", "/avatar", "/forms/flags"})
    void aPostOfFortyMegabytesIsRefusedInOurWords(String path) throws IOException, InterruptedException {
        var request = form(path, site.url())
                .expectContinue(true)
                .header("Accept-Language", "de")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[TOO_MUCH]))
                .build();
        var refused = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body())
                .contains("Das ist zu groß", "dort steht dein Text noch")
                .doesNotContain("Payara");
    }

    @Test
    void aFormOnAForeignPageChangesNothing() throws IOException, InterruptedException {
        assertThat(statusOfVoteFrom("https://boese.example")).isEqualTo(403);
        assertThat(statusOfVoteFrom("null")).isEqualTo(403);
    }

    private int statusOfVoteFrom(String origin) throws IOException, InterruptedException {
        var vote = form("/forms/questions/1/vote", origin)
                .POST(HttpRequest.BodyPublishers.ofString("value=1&on=true"))
                .build();
        return client.send(vote, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest.Builder form(String path, String origin) {
        return HttpRequest.newBuilder(URI.create(site.url() + path))
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private void assertQuiet(Person person) {
        assertThat(person.troubles()).isEmpty();
        assertThat(album.barriers()).isEmpty();
    }

    private Person visitor() {
        return Person.withBrowser(browser.chromium(), site, album, 1280);
    }
}
