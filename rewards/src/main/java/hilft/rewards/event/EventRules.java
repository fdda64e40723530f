package hilft.rewards.event;

import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event may be and until when its invitations are answered. Lengths count Unicode code points. */
public final class EventRules {

    public static final int TITLE_MAX = 150;
    public static final int TEXT_MAX = 20_000;
    public static final int PLACE_MAX = 200;
    public static final int STREAM_URL_MAX = 500;
    public static final int SEATS_MAX = 10_000;
    public static final int REASON_MAX = 500;

    /** At most so many members are invited at once. */
    public static final int INVITED_AT_ONCE_MAX = 1_000;

    /** How many years ahead an event may be. */
    public static final int YEARS_AHEAD = 5;

    private EventRules() {}

    /** A zone of the IANA database such as {@code Europe/Berlin}; offsets alone know no daylight saving and are none. */
    public static Optional<ZoneId> zone(@Nullable String id) {
        return Optional.ofNullable(id)
                .map(String::strip)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .filter(known -> !known.startsWith("SystemV/"))
                .map(ZoneId::of);
    }

    /** The plan without invisible characters and blanks around; times are cut to the minute, nothing typed is null. */
    static EventPlan clean(EventPlan typed) {
        return new EventPlan(
                Input.line(typed.titleDe()),
                Input.line(typed.titleEn()),
                Input.text(typed.textDe()),
                Input.text(typed.textEn()),
                orNull(Input.line(typed.place())),
                orNull(Input.line(typed.streamUrl())),
                minute(typed.startsAt()),
                minute(typed.endsAt()),
                typed.zone(),
                typed.seats(),
                minute(typed.rsvpDeadline()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDateTime minute(@Nullable LocalDateTime time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * What is wrong with a plan, all of it.
     *
     * @param accepted seats already taken
     * @param knownDeadline the deadline that the event has already, which may be past
     */
    static List<FieldError> check(EventPlan plan, int accepted, @Nullable Instant knownDeadline, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        checkTexts(plan, errors);
        checkPlace(plan, errors);
        checkTimes(plan, knownDeadline, now, errors);
        if (plan.seats() < 1 || plan.seats() > SEATS_MAX) {
            errors.add(new FieldError("seats", "event.seats_range", 1, SEATS_MAX));
        } else if (plan.seats() < accepted) {
            errors.add(new FieldError("seats", "event.seats_below_accepted", accepted, SEATS_MAX));
        }
        return errors;
    }

    private static void checkTexts(EventPlan plan, List<FieldError> errors) {
        if (plan.titleDe().isEmpty() && plan.titleEn().isEmpty()) {
            errors.add(FieldError.of("titleDe", "event.title_missing"));
        }
        if (plan.textDe().isEmpty() && plan.textEn().isEmpty()) {
            errors.add(FieldError.of("textDe", "event.text_missing"));
        }
        checkTitle("titleDe", plan.titleDe(), errors);
        checkTitle("titleEn", plan.titleEn(), errors);
        checkText("textDe", plan.textDe(), errors);
        checkText("textEn", plan.textEn(), errors);
    }

    private static void checkTitle(String field, String title, List<FieldError> errors) {
        if (Input.length(title) > TITLE_MAX) {
            errors.add(new FieldError(field, "event.title_too_long", 1, TITLE_MAX));
        }
    }

    private static void checkText(String field, String text, List<FieldError> errors) {
        if (Input.length(text) > TEXT_MAX) {
            errors.add(new FieldError(field, "event.text_too_long", 1, TEXT_MAX));
        }
    }

    private static void checkPlace(EventPlan plan, List<FieldError> errors) {
        if (plan.place() == null && plan.streamUrl() == null) {
            errors.add(FieldError.of("place", "event.place_missing"));
        }
        if (plan.place() != null && Input.length(plan.place()) > PLACE_MAX) {
            errors.add(new FieldError("place", "event.place_too_long", 1, PLACE_MAX));
        }
        if (plan.streamUrl() != null && !isStreamUrl(plan.streamUrl())) {
            errors.add(new FieldError("streamUrl", "event.stream_url_invalid", 1, STREAM_URL_MAX));
        }
    }

    private static boolean isStreamUrl(String url) {
        if (url.length() > STREAM_URL_MAX || !url.toLowerCase(Locale.ROOT).startsWith("https://")) {
            return false;
        }
        try {
            URI address = new URI(url);
            return address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static void checkTimes(
            EventPlan plan, @Nullable Instant knownDeadline, Instant now, List<FieldError> errors) {
        ZoneId zone = plan.zone();
        if (zone == null || zone(zone.getId()).isEmpty()) {
            errors.add(FieldError.of("zone", "event.zone_unknown"));
            return;
        }
        Instant start = moment("startsAt", plan.startsAt(), zone, now, errors);
        Instant end = moment("endsAt", plan.endsAt(), zone, now, errors);
        Instant deadline = moment("rsvpDeadline", plan.rsvpDeadline(), zone, now, errors);
        if (start != null && !start.isAfter(now)) {
            errors.add(FieldError.of("startsAt", "event.in_the_past"));
        }
        if (start != null && end != null && !end.isAfter(start)) {
            errors.add(FieldError.of("endsAt", "event.end_before_start"));
        }
        if (start != null && deadline != null && deadline.isAfter(start)) {
            errors.add(FieldError.of("rsvpDeadline", "event.deadline_after_start"));
        } else if (deadline != null && !deadline.isAfter(now) && !deadline.equals(knownDeadline)) {
            errors.add(FieldError.of("rsvpDeadline", "event.in_the_past"));
        }
    }

    /** The moment of a wall-clock time, or null with an error at its field. */
    private static @Nullable Instant moment(
            String field, @Nullable LocalDateTime time, ZoneId zone, Instant now, List<FieldError> errors) {
        if (time == null) {
            errors.add(FieldError.of(field, "event.time_missing"));
        } else if (time.getYear() > now.atZone(zone).getYear() + YEARS_AHEAD || time.getYear() < 2000) {
            errors.add(new FieldError(field, "event.too_far", 0, YEARS_AHEAD));
        } else if (zone.getRules().getValidOffsets(time).isEmpty()) {
            errors.add(FieldError.of(field, "event.time_gap"));
        } else {
            return moment(time, zone);
        }
        return null;
    }

    /** Of a time that the clock change repeats the first one, which is the one in daylight saving. */
    static Instant moment(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toInstant();
    }

    /** Whether guests have to note something new in their calendar. */
    static boolean movesGuests(EventPlan before, EventPlan after) {
        return !Objects.equals(before.startsAt(), after.startsAt())
                || !Objects.equals(before.endsAt(), after.endsAt())
                || !Objects.equals(before.zone(), after.zone())
                || !Objects.equals(before.place(), after.place())
                || !Objects.equals(before.streamUrl(), after.streamUrl());
    }

    /** The fields that differ, as the plan names them. */
    static List<String> changes(EventPlan before, EventPlan after) {
        List<String> fields = new ArrayList<>();
        note(fields, "titleDe", before.titleDe(), after.titleDe());
        note(fields, "titleEn", before.titleEn(), after.titleEn());
        note(fields, "textDe", before.textDe(), after.textDe());
        note(fields, "textEn", before.textEn(), after.textEn());
        note(fields, "place", before.place(), after.place());
        note(fields, "streamUrl", before.streamUrl(), after.streamUrl());
        note(fields, "startsAt", before.startsAt(), after.startsAt());
        note(fields, "endsAt", before.endsAt(), after.endsAt());
        note(fields, "zone", before.zone(), after.zone());
        note(fields, "seats", before.seats(), after.seats());
        note(fields, "rsvpDeadline", before.rsvpDeadline(), after.rsvpDeadline());
        return fields;
    }

    private static void note(List<String> fields, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }

    /** Invitations are answered, and minds changed, until the deadline, that minute's beginning included. */
    static boolean isOpen(EventState state, Instant deadline, Instant start, Instant now) {
        return state != EventState.CANCELLED && !now.isAfter(deadline) && now.isBefore(start);
    }
}
