package hilft.rewards.event;

import hilft.forum.shared.FieldError;
import hilft.forum.text.Markdown;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an event may be, and until when it can be changed and answered. */
@NullMarked
class PlanningAnEventTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Markdown MARKDOWN = new Markdown();

    @Test
    void aPlanInOneLanguageIsShownInBoth() {
        EventView event = event(new Plan()).view(null, NOW);

        assertThat(event.title("de")).isEqualTo("Der große Abend");
        assertThat(event.title("en")).isEqualTo("Der große Abend");
        assertThat(event.html("en")).isEqualTo("<p>Wir <strong>feiern</strong>.</p>");
        assertThat(event.state()).isEqualTo(EventState.DRAFT);
        assertThat(event.mayAnswer()).isFalse();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Plan plan = new Plan();
        plan.titleDe = " \u200B ";
        plan.textDe = "";
        plan.place = null;
        plan.startsAt = null;
        plan.seats = 0;

        assertThat(errors(plan))
                .containsExactlyInAnyOrder(
                        "titleDe event.title_missing",
                        "textDe event.text_missing",
                        "place event.place_missing",
                        "startsAt event.time_missing",
                        "seats event.seats_range");
    }

    @Test
    void whatIsTooLongIsToldAtItsField() {
        Plan plan = new Plan();
        plan.titleDe = "ä".repeat(151);
        plan.titleEn = "🎉".repeat(150);
        plan.textEn = "x".repeat(20_001);
        plan.place = "y".repeat(201);
        plan.seats = 10_001;

        assertThat(errors(plan))
                .containsExactlyInAnyOrder(
                        "titleDe event.title_too_long",
                        "textEn event.text_too_long",
                        "place event.place_too_long",
                        "seats event.seats_range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://stream.example.org",
                "javascript:alert(1)",
                "https://",
                "https:///x",
                "https://a b.example.org",
                "https://user:secret@example.org",
                "//stream.example.org",
                "stream"
            })
    void aStreamHasAnAddressOfTheWeb(String url) {
        Plan plan = new Plan();
        plan.streamUrl = url;
        assertThat(errors(plan)).containsExactly("streamUrl event.stream_url_invalid");
    }

    @Test
    void aStreamNeedsNoPlace() {
        Plan plan = new Plan();
        plan.place = "";
        plan.streamUrl = "https://stream.example.org/a?b=c#d";
        assertThat(errors(plan)).isEmpty();
    }

    @Test
    void timesStandInTheirOrderAndAhead() {
        assertThat(errors(times("2026-11-22T13:00", "2026-11-22T14:00", "2026-11-22T13:00")))
                .as("13:00 in Berlin is now")
                .containsExactlyInAnyOrder("startsAt event.in_the_past", "rsvpDeadline event.in_the_past");
        assertThat(errors(times("2026-12-05T19:00", "2026-12-05T19:00", "2026-12-01T00:00")))
                .containsExactly("endsAt event.end_before_start");
        assertThat(errors(times("2026-12-05T19:00", "2026-12-04T19:00", "2026-12-01T00:00")))
                .containsExactly("endsAt event.end_before_start");
        assertThat(errors(times("2026-12-05T19:00", "2026-12-05T20:00", "2026-12-05T19:01")))
                .containsExactly("rsvpDeadline event.deadline_after_start");
        assertThat(errors(times("2026-12-05T19:00", "2026-12-05T20:00", "2026-12-05T19:00")))
                .isEmpty();
        assertThat(errors(times("2032-01-01T19:00", "2032-01-01T20:00", "2026-12-01T00:00")))
                .containsExactlyInAnyOrder("startsAt event.too_far", "endsAt event.too_far");
        assertThat(errors(times("+999999999-12-31T23:59", "-999999999-01-01T00:00", "0000-01-01T00:00")))
                .containsExactlyInAnyOrder(
                        "startsAt event.too_far", "endsAt event.too_far", "rsvpDeadline event.too_far");
    }

    @Test
    void aTimeThatTheClockChangeSkipsIsRefused() {
        assertThat(errors(times("2027-03-28T02:30", "2027-03-28T05:00", "2027-03-28T02:00")))
                .containsExactlyInAnyOrder("startsAt event.time_gap", "rsvpDeadline event.time_gap");
        Plan sydney = times("2026-12-05T19:00", "2027-10-03T02:30", "2026-12-01T00:00");
        sydney.zone = "Australia/Sydney";
        assertThat(errors(sydney)).containsExactly("endsAt event.time_gap");
    }

    @Test
    void ofATimeThatTheClockRepeatsTheFirstIsMeant() {
        EventView event = event(times("2027-10-31T02:30", "2027-10-31T03:00", "2027-10-30T12:00"))
                .view(null, NOW);
        assertThat(event.startsAt()).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(event.endsAt()).isEqualTo(Instant.parse("2027-10-31T02:00:00Z"));
    }

    /** Seven in the evening stays seven in the evening, in summer as in winter. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-01-15T19:00, 2027-01-15T18:00:00Z",
        "Europe/Berlin, 2027-07-15T19:00, 2027-07-15T17:00:00Z",
        "Australia/Sydney, 2027-01-15T19:00, 2027-01-15T08:00:00Z",
        "Australia/Sydney, 2027-07-15T19:00, 2027-07-15T09:00:00Z",
        "Asia/Kolkata, 2027-07-15T19:00, 2027-07-15T13:30:00Z"
    })
    void theWallClockOfTheZoneIsKept(String zone, String time, Instant moment) {
        Plan plan = times(time, "2027-12-31T23:00", "2026-12-01T00:00");
        plan.zone = zone;
        assertThat(event(plan).view(null, NOW).startsAt()).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+02:00", "UTC+1", "Europe/Atlantis", "europe/berlin", "SystemV/EST5", "Z"})
    void anOffsetIsNoZone(String id) {
        assertThat(EventRules.zone(id)).isEmpty();
    }

    @Test
    void aZoneOfTheWorldIsOne() {
        assertThat(EventRules.zone(" Europe/Berlin ")).contains(ZoneId.of("Europe/Berlin"));
        assertThat(EventRules.zone("Etc/UTC")).isPresent();
        assertThat(EventRules.zone(null)).isEmpty();
    }

    @Test
    void invitationsAreAnsweredUntilTheDeadline() {
        CommunityEvent event = event(new Plan());
        Instant deadline = event.view(null, NOW).rsvpDeadline();

        assertThatCode(() -> event.requireOpen(deadline)).doesNotThrowAnyException();
        assertThatThrownBy(() -> event.requireOpen(deadline.plusNanos(1))).hasMessage("event.deadline_passed");
        assertThatThrownBy(() -> event.requireOpen(event.view(null, NOW).startsAt()))
                .hasMessage("event.over");
        assertThat(event.view(null, deadline).open()).isTrue();
        assertThat(event.view(null, deadline.plusNanos(1)).open()).isFalse();
    }

    @Test
    void aPassedDeadlineMayStandOrBeExtendedButNotBeMovedIntoThePast() {
        CommunityEvent event = event(new Plan());
        Instant later = event.view(null, NOW).rsvpDeadline().plusSeconds(3600);
        Plan plan = new Plan();
        plan.place = "Neue Post, Leipzig";

        assertThat(event.change(plan.typed(), 1, MARKDOWN, later)).containsExactly("place");
        plan.rsvpDeadline = "2026-12-01T12:00";
        assertThatThrownBy(() -> event.change(plan.typed(), 2, MARKDOWN, later))
                .isInstanceOfSatisfying(
                        EventProblem.class,
                        problem ->
                                assertThat(texts(problem.errors())).containsExactly("rsvpDeadline event.in_the_past"));
        plan.rsvpDeadline = "2026-12-05T12:00";
        event.change(plan.typed(), 2, MARKDOWN, later);
        assertThatCode(() -> event.requireOpen(later)).doesNotThrowAnyException();
    }

    @Test
    void anotherTimeOrPlaceIsANewRevisionAndNothingElseIs() {
        CommunityEvent event = event(new Plan());
        Plan plan = new Plan();
        assertThat(event.change(plan.typed(), 1, MARKDOWN, NOW)).isEmpty();

        plan.textDe = "Anders.";
        plan.seats = 20;
        assertThat(event.change(plan.typed(), 1, MARKDOWN, NOW)).containsExactly("textDe", "seats");
        assertThat(event.revision()).isZero();

        plan.zone = "Europe/London";
        assertThat(event.change(plan.typed(), 2, MARKDOWN, NOW)).containsExactly("zone");
        assertThat(event.revision()).isEqualTo(1);
        assertThatThrownBy(() -> event.change(plan.typed(), 2, MARKDOWN, NOW)).hasMessage("event.stale");
    }

    @Test
    void whatHasBegunOrIsCancelledStaysAsItIs() {
        CommunityEvent event = event(new Plan());
        Instant start = event.view(null, NOW).startsAt();
        assertThatThrownBy(() -> event.publish(start)).hasMessage("event.over");
        assertThatThrownBy(() -> event.cancel("Regen", start)).hasMessage("event.over");
        assertThatThrownBy(() -> event.change(new Plan().typed(), 1, MARKDOWN, start))
                .hasMessage("event.over");

        event.cancel("Regen", NOW);
        assertThatThrownBy(() -> event.cancel("Regen", NOW)).hasMessage("event.cancelled");
        assertThatThrownBy(() -> event.publish(NOW)).hasMessage("event.cancelled");
        assertThatThrownBy(() -> event.requireOpen(NOW)).hasMessage("event.cancelled");
        assertThat(event.view(null, NOW).open()).isFalse();
    }

    @Test
    void hostileTextIsOnlyText() {
        Plan plan = new Plan();
        plan.textDe = "<script>alert(1)</script>[x](javascript:alert(2))";
        assertThat(event(plan).view(null, NOW).htmlDe())
                .doesNotContain("<script")
                .doesNotContain("href=\"javascript");
    }

    private static CommunityEvent event(Plan plan) {
        CommunityEvent event = CommunityEvent.plan(1, EventRules.clean(plan.typed()), MARKDOWN, NOW);
        try {
            Field id = CommunityEvent.class.getDeclaredField("id");
            id.setAccessible(true);
            id.set(event, 7L);
        } catch (ReflectiveOperationException noSuchField) {
            throw new AssertionError("the database gives the id, here the test does", noSuchField);
        }
        return event;
    }

    private static List<String> errors(Plan plan) {
        return texts(EventRules.check(EventRules.clean(plan.typed()), 0, null, NOW));
    }

    private static List<String> texts(List<FieldError> errors) {
        return errors.stream().map(error -> error.field() + " " + error.code()).toList();
    }

    private static Plan times(String start, String end, String deadline) {
        Plan plan = new Plan();
        plan.startsAt = start;
        plan.endsAt = end;
        plan.rsvpDeadline = deadline;
        return plan;
    }

    /** A good plan, of which a test spoils what it is about. */
    private static final class Plan {
        String titleDe = "Der große Abend";
        String titleEn = "";
        String textDe = "Wir **feiern**.";
        String textEn = "";

        @Nullable
        String place = "Alte Post, Leipzig";

        @Nullable
        String streamUrl;

        @Nullable
        String startsAt = "2026-12-05T19:00";

        String endsAt = "2026-12-05T22:00";
        String rsvpDeadline = "2026-12-02T12:00";
        String zone = "Europe/Berlin";
        int seats = 10;

        EventPlan typed() {
            return new EventPlan(
                    titleDe,
                    titleEn,
                    textDe,
                    textEn,
                    place,
                    streamUrl,
                    startsAt == null ? null : LocalDateTime.parse(startsAt),
                    LocalDateTime.parse(endsAt),
                    ZoneId.of(zone),
                    seats,
                    LocalDateTime.parse(rsvpDeadline));
        }
    }
}
