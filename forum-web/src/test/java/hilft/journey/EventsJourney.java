package hilft.journey;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import hilft.stack.Browser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Marketing invites the best helpers to an event with one seat; it goes to one of them, and then all is called off. */
class EventsJourney {
    private static final Site site = Site.open();
    private static final Browser browser = Browser.open();

    private static final String TEXT = """
            Du bekommst eine **Führung** durch die Leitstelle, danach essen wir zusammen.

            - Treffpunkt am Empfang
            - Fahrtkosten übernehmen wir""";

    @RegisterExtension
    final Cast cast = new Cast(site, browser, 1280, 100, 390);

    private final LocalDateTime starts = LocalDateTime.now(ZoneId.of("Europe/Berlin"))
            .plusDays(40)
            .truncatedTo(ChronoUnit.DAYS)
            .withHour(18);
    private final List<Member> best = best(4);
    private final String title = "Blick hinter die Netzleitstelle für die besten Helferinnen und Helfer "
            + Instant.now().getEpochSecond() % 1_000_000;
    private String event = "";

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void theLastSeatGoesToOneAndEverybodyIsToldWhenItIsOff() {
        var mia = marketingPlansAndNothingTypedIsLost();
        sheInvitesTheBestThree(mia);
        whoeverIsNotInvitedFindsNothing();

        theFirstDeclines(best.get(0));
        var third = theThirdReadsTheInvitation(best.get(2));
        var second = theSecondAcceptsByTheLinkInTheMail(best.get(1));
        theThirdIsToldThatItIsFull(third);
        theLinkIsForNobodyElse(third);

        marketingPublishesAndWithdraws(mia, third);
        marketingCallsItOff(mia, second);

        cast.nothingWentWrong();
    }

    private Person marketingPlansAndNothingTypedIsLost() {
        var mia = cast.person().opens("/marketing").writesPassword("marketing");
        mia.isAt("/marketing/events").sees("Planen, die besten Helfer einladen").looks("marketing-events");
        mia.presses("Neue Veranstaltung").sees("Eine Sprache genügt").looks("marketing-new");
        mia.writes("Titel auf Deutsch", title).writes("Text auf Deutsch", TEXT);
        mia.writes("Beginn", starts.toString())
                .writes("Ende", starts.minusHours(2).toString());
        mia.writes("Ort", "Netzleitstelle, Straße der Nachrichtentechnik 12, Darmstadt");
        mia.writes("Plätze", "1").writes("Antwort bis", starts.minusDays(3).toString());
        mia.presses("Als Entwurf speichern").sees("Eine Kleinigkeit stimmt noch nicht");
        mia.expects("422 POST /marketing/events/new").looks("marketing-new-wrong");
        assertThat(mia.page().locator("#endsAt")).hasAttribute("aria-invalid", "true");
        assertThat(mia.page().locator("#endsAt-error")).isVisible();
        mia.seesIn("Titel auf Deutsch", title).seesIn("Text auf Deutsch", TEXT);
        mia.seesIn("Beginn", starts.toString());

        mia.writes("Ende", starts.plusHours(3).toString()).presses("Als Entwurf speichern");
        mia.sees("als Entwurf gespeichert").sees("Noch ist niemand eingeladen.").looks("marketing-event");
        event = mia.path().replace("/marketing", "");
        return mia;
    }

    private void sheInvitesTheBestThree(Person mia) {
        mia.presses("Einladen").sees("So sieht die Einladung aus");
        mia.chooses("Zeitraum", "all").writes("Die besten vormerken", "3").presses("Anzeigen");
        mia.sees("Einladung senden (3)");
        assertThat(ticked(mia)).hasCount(3);
        for (var language : List.of("deutschen", "englischen")) {
            var preview = mia.page().locator("iframe[title='Vorschau der " + language + " Einladung']");
            assertThat(preview).hasAttribute("sandbox", "");
            assertThat(preview.contentFrame().locator("body")).containsText(title);
        }
        mia.looks("marketing-invite");
        mia.presses("Einladung senden (3)").sees("3 Einladungen sind unterwegs.");
        for (var member : best.subList(0, 3)) {
            assertThat(mia.place(member.name())).containsText("Eingeladen");
        }
        mia.looks("marketing-guests");
        mia.presses("Einladen").chooses("Zeitraum", "all").presses("Anzeigen");
        assertThat(mia.place(best.get(0).name())).containsText("Eingeladen");
        assertThat(mia.place(best.get(0).name()).locator("input[name=guest]")).hasCount(0);
    }

    private static Locator ticked(Person mia) {
        return mia.page().locator("input[name=guest]:checked");
    }

    private void whoeverIsNotInvitedFindsNothing() {
        var stranger = cast.person().opens(event).sees("Diese Veranstaltung können wir dir nicht zeigen");
        stranger.expects("404 GET " + event).seesNothingOf(title);
        stranger.looks("event-missing");
        stranger.opens("/events").seesNothingOf(title).looks("events");
        stranger.logsIn(best.get(3).account()).opens(event).sees("Diese Veranstaltung können wir dir nicht zeigen");
        stranger.expects("404 GET " + event);
        assertThat(site.status("/api/v1" + event)).isEqualTo(404);
    }

    private void theFirstDeclines(Member first) {
        var guest = cast.person().opens("/").logsIn(first.account()).sees(title).looks("home-invited");
        guest.presses("Einladung ansehen: " + title).sees("Du bist eingeladen, " + first.name());
        guest.sees("Noch 1 von 1 frei").looks("event-invited");
        guest.presses("Absagen").sees("Danke für deine Antwort.").sees("Du hast abgesagt");
        guest.looks("event-declined");
    }

    private Person theThirdReadsTheInvitation(Member third) {
        var guest = cast.person()
                .opens("/events")
                .logsIn(third.account())
                .sees(title)
                .looks("events-invited");
        return guest.presses("Einladung ansehen: " + title).sees("Du bist eingeladen, " + third.name());
    }

    private Person theSecondAcceptsByTheLinkInTheMail(Member second) {
        var guest = cast.person();
        guest.awaits(() -> site.mailed(second.email(), title));
        guest.opens(invitationOf(second)).writesPassword(second.account());
        guest.sees("Du bist eingeladen, " + second.name());
        assertThat(guest.page().url())
                .as("a link that is only opened answers nothing")
                .contains("invitation=");
        guest.presses("Zusagen")
                .sees("dein Platz ist reserviert")
                .sees("Du bist dabei")
                .looks("event-accepted");
        assertThat(calendar(guest, "In den Kalender"))
                .contains("METHOD:REQUEST", "BEGIN:VTIMEZONE", "PARTSTAT=ACCEPTED");
        return guest;
    }

    private String invitationOf(Member member) {
        return site.mailText(member.email(), title)
                .lines()
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .filter(word -> word.contains("?invitation="))
                .findFirst()
                .orElseThrow();
    }

    private static String calendar(Person guest, String link) {
        var download = guest.page().waitForDownload(() -> guest.presses(link));
        assertThat(download.suggestedFilename()).endsWith(".ics");
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void theThirdIsToldThatItIsFull(Person guest) {
        guest.presses("Zusagen").sees("Alle Plätze sind gerade vergeben").expects("409 POST " + event);
        guest.looks("event-full");
        guest.opens(event).sees("Alle Plätze sind gerade vergeben");
    }

    private void theLinkIsForNobodyElse(Person guest) {
        guest.opens(invitationOf(best.get(1))).sees("Diese Einladung ist für jemand anderen");
        guest.expects("403 GET " + event).seesNothingOf(title).looks("event-foreign");
    }

    private void marketingPublishesAndWithdraws(Person mia, Person third) {
        mia.opens("/marketing" + event).presses("Veröffentlichen").sees("Das lässt sich nicht zurücknehmen.");
        mia.looks("marketing-publish").presses("Jetzt veröffentlichen").sees("Die Veranstaltung ist veröffentlicht.");
        var reader = cast.person().opens("/events").sees(title).looks("events-published");
        reader.presses(title).sees("Die Plätze vergeben wir").looks("event-public");

        mia.presses("Gäste").sees("1 von 1");
        assertThat(mia.place(best.get(0).name())).containsText("Abgesagt");
        assertThat(mia.place(best.get(1).name())).containsText("Zugesagt");
        mia.presses("Zurückziehen: " + best.get(2).name()).sees("kann danach nicht mehr zusagen");
        mia.looks("marketing-withdraw").presses("Einladung zurückziehen").sees("Die Einladung ist zurückgezogen.");
        assertThat(mia.place(best.get(2).name())).containsText("Zurückgezogen");
        third.opens(event).sees("Diese Einladung gilt nicht mehr").looks("event-withdrawn");
    }

    private void marketingCallsItOff(Person mia, Person second) {
        mia.presses("Absagen").sees("1 Mitglied hat zugesagt").presses("Veranstaltung absagen");
        mia.expects("422 POST /marketing" + event + "/cancel")
                .sees("1 bis 500 Zeichen")
                .looks("marketing-cancel");
        mia.writes("Grund", "Die Leitstelle braucht an dem Abend alle Hände.").presses("Veranstaltung absagen");
        mia.sees("Die Veranstaltung ist abgesagt.").sees("hat zugesagt").looks("marketing-event-cancelled");

        second.awaits(() -> site.mailed(best.get(1).email(), "Die Leitstelle braucht an dem Abend alle Hände."));
        second.opens(event).sees("Diese Veranstaltung ist abgesagt").looks("event-cancelled");
        assertThat(calendar(second, "Aus dem Kalender nehmen")).contains("METHOD:CANCEL");
    }

    /** The first customers of the ranking of all times, with the accounts they log in with. */
    private static List<Member> best(int number) {
        var ranking = JsonParser.parseString(site.text("/api/v1/leaderboard?period=all&limit=" + number));
        return StreamSupport.stream(
                        ranking.getAsJsonObject().getAsJsonArray("items").spliterator(), false)
                .map(place -> place.getAsJsonObject()
                        .getAsJsonObject("member")
                        .get("displayName")
                        .getAsString())
                .map(name -> new Member(name, account(name)))
                .toList();
    }

    private static String account(String name) {
        return switch (name) {
            case "Anna Fragt" -> "asker";
            case "Henri Hilft" -> "helper";
            case "Erika Weiß" -> "expert";
            default -> demoAccount(name);
        };
    }

    private static String demoAccount(String name) {
        try (var file = Objects.requireNonNull(EventsJourney.class.getResourceAsStream("/demo/members.json"))) {
            var members = JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return StreamSupport.stream(members.getAsJsonArray().spliterator(), false)
                    .map(JsonElement::getAsJsonObject)
                    .filter(member -> member.get("displayName").getAsString().equals(name))
                    .map(member -> member.get("username").getAsString())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A guest with the account of the demo. */
    private record Member(String name, String account) {
        String email() {
            return account + "@example.org";
        }
    }
}
