package hilft.web.calendar;

import hilft.rewards.event.EventView;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** The times of an event in words, by the clock on the wall where it takes place. */
public final class EventTimes {

    private EventTimes() {}

    /** For example "Samstag, 5. Dezember 2026, 19:00–22:00 (MEZ)". */
    public static String span(EventView event, Locale language) {
        ZonedDateTime start = event.startsAt().atZone(event.zone());
        ZonedDateTime end = event.endsAt().atZone(event.zone());
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        return day(start, language) + ", " + time(start, language) + (sameDay ? "–" : " – " + day(end, language) + ", ")
                + time(end, language) + zone(end, language);
    }

    /** For example "Mittwoch, 2. Dezember 2026, 12:00 (MEZ)". */
    public static String moment(Instant at, ZoneId zone, Locale language) {
        ZonedDateTime time = at.atZone(zone);
        return day(time, language) + ", " + time(time, language) + zone(time, language);
    }

    private static String day(ZonedDateTime time, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .localizedBy(language)
                .format(time);
    }

    private static String time(ZonedDateTime time, Locale language) {
        return DateTimeFormatter.ofPattern("HH:mm", language).format(time);
    }

    private static String zone(ZonedDateTime time, Locale language) {
        return DateTimeFormatter.ofPattern(" (zzz)", language).format(time);
    }
}
