package hilft.web.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.property.Method;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import hilft.forum.member.MemberProfile;
import hilft.forum.member.MemberView;
import hilft.forum.member.Role;
import hilft.rewards.event.EventState;
import hilft.rewards.event.EventView;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What the forum writes is read back by a parser that is not the one it was written with. */
@NullMarked
class EnteringAnEventTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String UID = "6e8bc430-9c3a-11d9-9669-0800200c9a66";

    private final Calendars calendars = TestCalendars.at(NOW);

    @Test
    void aRequestSaysWhoWhatWhenAndWhere() {
        EventView event = event("Europe/Berlin", "2026-12-05T19:00", "2026-12-05T22:00");
        ICalendar calendar = parse(calendars.request(event, guest("de", "Anna"), 3));
        VEvent entry = calendar.getEvents().get(0);

        assertThat(calendar.getMethod()).isEqualTo(Method.request());
        assertThat(entry.getUid().getValue()).isEqualTo(UID);
        assertThat(entry.getSequence().getValue()).isEqualTo(3);
        assertThat(entry.getDateTimeStamp().getValue().toInstant()).isEqualTo(NOW);
        assertThat(entry.getSummary().getValue()).isEqualTo("Der große Abend; mit Käse, Wein\\Bier 🎉");
        assertThat(entry.getDescription().getValue())
                .startsWith("Wir feiern die besten Antworten, und zwar alle; versprochen.")
                .endsWith("\n\nhttps://forum.example.org/events/7")
                .doesNotContain("**");
        assertThat(entry.getLocation().getValue()).isEqualTo("Alte Post, Leipzig; Hof 2");
        assertThat(entry.getUrl().getValue()).isEqualTo("https://stream.example.org/a?b=c");
        assertThat(entry.getOrganizer().getEmail()).isEqualTo("hilft@example.org");
        assertThat(entry.getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo("anna@example.org");
            assertThat(attendee.getCommonName()).isEqualTo("Anna");
            assertThat(attendee.getParticipationStatus().getValue()).isEqualTo("ACCEPTED");
        });
        assertThat(entry.getStatus().getValue()).isEqualTo("CONFIRMED");
    }

    @Test
    void aCancellationIsAboutTheSameEntry() {
        EventView event = event("Europe/Berlin", "2026-12-05T19:00", "2026-12-05T22:00");
        ICalendar calendar = parse(calendars.cancel(event, guest("en", "Anna"), 4));
        VEvent entry = calendar.getEvents().get(0);

        assertThat(calendar.getMethod()).isEqualTo(Method.cancel());
        assertThat(entry.getUid().getValue()).isEqualTo(UID);
        assertThat(entry.getSequence().getValue()).isEqualTo(4);
        assertThat(entry.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(entry.getSummary().getValue()).isEqualTo("The big evening");
    }

    /** Around both clock changes of Berlin, of a southern zone where summer is in January, and where none changes. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-03-27T23:00, 2027-03-28T05:00, 2027-03-27T22:00:00Z, 2027-03-28T03:00:00Z",
        "Europe/Berlin, 2027-03-28T01:30, 2027-03-28T03:00, 2027-03-28T00:30:00Z, 2027-03-28T01:00:00Z",
        "Europe/Berlin, 2026-10-24T22:00, 2026-10-25T06:00, 2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z",
        "Europe/Berlin, 2027-10-31T03:00, 2027-10-31T04:00, 2027-10-31T02:00:00Z, 2027-10-31T03:00:00Z",
        "Australia/Sydney, 2026-10-03T23:00, 2026-10-04T04:00, 2026-10-03T13:00:00Z, 2026-10-03T17:00:00Z",
        "Australia/Sydney, 2027-04-03T23:00, 2027-04-04T04:00, 2027-04-03T12:00:00Z, 2027-04-03T18:00:00Z",
        "Australia/Sydney, 2027-01-10T19:00, 2027-01-10T21:00, 2027-01-10T08:00:00Z, 2027-01-10T10:00:00Z",
        "America/New_York, 2027-07-04T12:00, 2027-07-04T13:00, 2027-07-04T16:00:00Z, 2027-07-04T17:00:00Z",
        "Asia/Tokyo, 2027-07-04T12:00, 2027-07-04T13:00, 2027-07-04T03:00:00Z, 2027-07-04T04:00:00Z",
        "Asia/Kolkata, 2027-07-04T12:00, 2027-07-04T13:00, 2027-07-04T06:30:00Z, 2027-07-04T07:30:00Z",
        "Etc/UTC, 2027-07-04T12:00, 2027-07-04T13:00, 2027-07-04T12:00:00Z, 2027-07-04T13:00:00Z"
    })
    void theTimeIsTheSameMomentForEverybody(String zone, String start, String end, Instant starts, Instant ends) {
        byte[] bytes = calendars.request(event(zone, start, end), guest("de", "Anna"), 0);
        ICalendar calendar = parse(bytes);
        VEvent entry = calendar.getEvents().get(0);
        VTimezone component =
                calendar.getTimezoneInfo().getTimezone(entry.getDateStart()).getComponent();

        assertThat(component).as("the zone travels in the file").isNotNull();
        assertThat(new String(bytes, UTF_8)).contains("DTSTART;TZID=" + zone + ":" + digits(start));
        assertThat(moment(component, entry.getDateStart().getValue())).isEqualTo(starts);
        assertThat(moment(component, entry.getDateEnd().getValue())).isEqualTo(ends);
    }

    /** biweekly's own reckoning is off for some hours around a change far from Greenwich, so none is that near to one there. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-03-27T23:00, 2027-03-28T05:00",
        "Europe/Berlin, 2026-10-24T22:00, 2026-10-25T06:00",
        "America/New_York, 2027-03-13T18:00, 2027-03-14T12:00",
        "Australia/Sydney, 2027-01-10T19:00, 2027-01-10T21:00",
        "Australia/Sydney, 2027-07-10T19:00, 2027-07-10T21:00"
    })
    void theOtherReaderReckonsTheSameMoments(String zone, String start, String end) {
        EventView event = event(zone, start, end);
        VEvent entry = parse(calendars.request(event, guest("de", "Anna"), 0))
                .getEvents()
                .get(0);

        assertThat(entry.getDateStart().getValue().toInstant()).isEqualTo(event.startsAt());
        assertThat(entry.getDateEnd().getValue().toInstant()).isEqualTo(event.endsAt());
    }

    /** As RFC 5545, 3.6.5 has it: the offset of the last change whose beginning is not after the wall-clock time. */
    private static Instant moment(VTimezone zone, ICalDate time) {
        LocalDateTime local = local(time);
        return Stream.<Observance>concat(zone.getStandardTimes().stream(), zone.getDaylightSavingsTime().stream())
                .filter(change -> !local(change.getDateStart().getValue()).isAfter(local))
                .max(Comparator.comparing(change -> local(change.getDateStart().getValue())))
                .map(change -> local.toInstant(ZoneOffset.ofTotalSeconds(
                        (int) (change.getTimezoneOffsetTo().getValue().getMillis() / 1000))))
                .orElseThrow();
    }

    private static LocalDateTime local(ICalDate time) {
        DateTimeComponents parts = time.getRawComponents();
        return LocalDateTime.of(parts.getYear(), parts.getMonth(), parts.getDate(), parts.getHour(), parts.getMinute());
    }

    /** The first of the two is meant, as {@code EventPlan} promises. */
    @Test
    void anHourThatTheClockRepeatsIsTheFirst() {
        Instant start = LocalDateTime.parse("2026-10-25T02:30")
                .atZone(ZoneId.of("Europe/Berlin"))
                .toInstant();
        assertThat(start).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void noLineIsLongerThanSeventyFiveOctetsAndNoCharacterIsBroken() {
        EventView event = event("Europe/Berlin", "2026-12-05T19:00", "2026-12-05T22:00");
        MemberView guest = guest("de", "Äöü🎉".repeat(15));
        String text = new String(calendars.request(event, guest, 0), UTF_8);

        assertThat(text).contains("\r\n ").endsWith("END:VCALENDAR\r\n").doesNotContain("\uFFFD");
        assertThat(Arrays.stream(text.split("\r\n")).mapToInt(line -> line.getBytes(UTF_8).length))
                .allMatch(octets -> octets <= 75);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(parse(text.getBytes(UTF_8))
                        .getEvents()
                        .get(0)
                        .getAttendees()
                        .get(0)
                        .getCommonName())
                .isEqualTo(guest.displayName());
    }

    @Test
    void aHostileNameStaysAName() {
        EventView event = event("Europe/Berlin", "2026-12-05T19:00", "2026-12-05T22:00");
        String name = "A\";PARTSTAT=DECLINED:mailto:x@example.org,\"B";
        VEvent entry = parse(calendars.request(event, guest("de", name), 0))
                .getEvents()
                .get(0);

        assertThat(entry.getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo("anna@example.org");
            assertThat(attendee.getParticipationStatus().getValue()).isEqualTo("ACCEPTED");
        });
    }

    private static ICalendar parse(byte[] bytes) {
        return Biweekly.parse(new String(bytes, UTF_8)).first();
    }

    private static String digits(String time) {
        return time.replace("-", "").replace(":", "") + "00";
    }

    private static EventView event(String zoneId, String start, String end) {
        ZoneId zone = ZoneId.of(zoneId);
        Instant starts = LocalDateTime.parse(start).atZone(zone).toInstant();
        return new EventView(
                7,
                1,
                UID,
                "Der große Abend; mit Käse, Wein\\Bier 🎉",
                "The big evening",
                "Wir feiern die **besten** Antworten, und zwar alle; versprochen.\n\n- eins\n- zwei",
                "We celebrate the best answers.",
                "",
                "",
                "Alte Post, Leipzig; Hof 2",
                "https://stream.example.org/a?b=c",
                starts,
                LocalDateTime.parse(end).atZone(zone).toInstant(),
                zone,
                10,
                1,
                starts,
                EventState.PUBLISHED,
                null,
                true,
                false,
                true,
                0,
                null,
                null);
    }

    private static MemberView guest(String language, @Nullable String name) {
        return new MemberView(
                1,
                "anna",
                name == null ? "" : name,
                Set.of(Role.CUSTOMER),
                null,
                language,
                true,
                "anna@example.org",
                true,
                NOW,
                false,
                false,
                MemberProfile.PLAIN);
    }
}
