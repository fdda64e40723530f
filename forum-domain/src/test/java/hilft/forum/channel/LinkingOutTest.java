package hilft.forum.channel;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts, pauses, months and states of a link-out. */
class LinkingOutTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String LINK = "https://forum.example.com/answers/7";

    @ParameterizedTest
    @CsvSource({
        "2026-10-31T22:59:59Z, 2026-10",
        "2026-10-31T23:00:00Z, 2026-11",
        "2026-03-31T21:59:59Z, 2026-03",
        "2026-03-31T22:00:00Z, 2026-04",
        "2026-12-31T23:00:00Z, 2027-01"
    })
    void aMonthBeginsWhereTheForumIsInSummerAndWinter(Instant at, YearMonth month) {
        assertThat(LinkOutRules.month(at, ZoneId.of("Europe/Berlin"))).isEqualTo(month);
    }

    @Test
    void pausesGrowAndEndAtFiveMinutes() {
        assertThat(LinkOutRules.pause(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(LinkOutRules.pause(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(LinkOutRules.pause(8)).isEqualTo(Duration.ofSeconds(256));
        assertThat(LinkOutRules.pause(9)).isEqualTo(Duration.ofMinutes(5));
        assertThat(LinkOutRules.pause(10_000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anHourOfTroubleIsSurvivedAndADayIsNot() {
        assertThat(LinkOutRules.mayGoOn(LinkOutFailure.UNREACHABLE, NOW, NOW.plus(Duration.ofHours(23))))
                .isTrue();
        assertThat(LinkOutRules.mayGoOn(LinkOutFailure.UNREACHABLE, NOW, NOW.plus(Duration.ofHours(24))))
                .isFalse();
        assertThat(LinkOutRules.mayGoOn(LinkOutFailure.RATE_LIMITED, NOW, NOW.plus(Duration.ofHours(24))))
                .isTrue();
    }

    @Test
    void aProposalIsWholeWordsAndTheLink() {
        assertThat(LinkOutText.propose("Stecker ziehen.", LINK, 280, String::length))
                .isEqualTo("Stecker ziehen.\n" + LINK);
        assertThat(LinkOutText.propose("Den Stecker ziehen, dann warten.", LINK, 60, String::length))
                .isEqualTo("Den Stecker ziehen …\n" + LINK);
        assertThat(LinkOutText.propose("", LINK, 280, String::length)).isEqualTo(LINK);
        assertThat(LinkOutText.propose("x".repeat(5000), LINK, 280, String::length))
                .isEqualTo(LINK);
    }

    @Test
    void aProposalMentionsNobody() {
        assertThat(LinkOutText.propose("Danke @helper, Mail an a@b.de", LINK, 280, String::length))
                .isEqualTo("Danke helper, Mail an a@b.de\n" + LINK);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/answers/7, true",
        "'Hier: http://localhost:8080/answers/7.', true",
        "http://localhost:8080/questions/3, true",
        "http://localhost:8080/questions/3/mein-slug, true",
        "http://localhost:8080/answers/70, false",
        "http://localhost:8080/questions/7, false",
        "http://localhost:80800/answers/7, false",
        "https://evil.example/http://localhost:8080/answers/7, false",
        "Kein Link, false"
    })
    void onlyALinkToTheThreadIsOne(String text, boolean linked) {
        ThreadLinks links = new ThreadLinks();
        links.baseUrl = "http://localhost:8080/";
        assertThat(links.isIn(text, 7, 3)).isEqualTo(linked);
        assertThat(links.isIn(links.link(7), 7, 3)).isTrue();
    }

    @Test
    void whoComesLateHasNoClaim() {
        LinkOut linkOut = composed();
        linkOut.send("1", YearMonth.of(2026, 11), NOW);
        int first = linkOut.claims();
        assertThat(linkOut.isClaimed(first)).isTrue();
        assertThat(linkOut.wait(NOW)).isEqualTo(LinkOutRules.LEASE);
        assertThat(linkOut.wait(NOW.plus(LinkOutRules.LEASE))).isZero();

        linkOut.abandon();
        assertThat(linkOut.unsureSince()).isEqualTo(NOW);
        linkOut.lookUp(NOW.plusSeconds(50));
        assertThat(linkOut.isClaimed(first)).isFalse();
    }

    @Test
    void twoLooksThatFindNothingMakeItSure() {
        LinkOut linkOut = composed();
        linkOut.send("1", YearMonth.of(2026, 11), NOW);
        linkOut.loseSight();
        linkOut.lookUp(NOW);
        linkOut.miss(NOW);
        assertThat(linkOut.isUnsure()).isTrue();
        assertThat(linkOut.wait(NOW)).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
        linkOut.lookUp(NOW.plusSeconds(15));
        linkOut.miss(NOW.plusSeconds(15));
        assertThat(linkOut.isUnsure()).isFalse();
        assertThat(linkOut.state()).isEqualTo(LinkOutState.QUEUED);
    }

    @Test
    void tryingAgainByHandForgetsNoDoubt() {
        LinkOut linkOut = composed();
        linkOut.send("1", YearMonth.of(2026, 11), NOW);
        linkOut.loseSight();
        linkOut.fail(LinkOutFailure.UNCERTAIN, null);
        linkOut.retry(YearMonth.of(2026, 12));
        assertThat(linkOut.isUnsure()).isTrue();
        assertThat(linkOut.wait(NOW)).isZero();
    }

    @Test
    void aBudgetAllowsWhatIsLeftToTheLastCent() {
        Budget budget = new Budget(
                new BigDecimal("1.000"), new BigDecimal("0.400"), new BigDecimal("1.60"), YearMonth.of(2026, 11));
        assertThat(budget.allows(new BigDecimal("0.200"))).isTrue();
        assertThat(budget.allows(new BigDecimal("0.201"))).isFalse();
    }

    private static LinkOut composed() {
        return LinkOut.compose(
                1, 7, 3, ChannelName.X, "Text " + LINK, null, new BigDecimal("0.200"), YearMonth.of(2026, 11), NOW);
    }
}
