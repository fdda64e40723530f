package hilft.web.page.event;

import hilft.rewards.event.EventView;
import hilft.web.faces.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** What pages say of an event in the reader's language; its times are those its place's clocks show. */
@Named
@RequestScoped
public class EventWords {
    @Inject
    Words words;

    /** The language of the title that is shown, which is the other one where the reader's is missing. */
    public String titleLanguage(EventView event) {
        return language(event.titleDe(), event.titleEn());
    }

    public String textLanguage(EventView event) {
        return language(event.textDe(), event.textEn());
    }

    private String language(String german, String english) {
        if (german.isEmpty()) return "en";
        return english.isEmpty() ? "de" : words.getLanguage();
    }

    public String day(EventView event) {
        return in(starts(event), "d");
    }

    public String month(EventView event) {
        return in(starts(event), "LLL").replace(".", "");
    }

    /** The day or days and the hours. */
    public String span(EventView event) {
        ZonedDateTime from = starts(event);
        ZonedDateTime to = event.endsAt().atZone(event.zone());
        return from.toLocalDate().equals(to.toLocalDate())
                ? words.of("event.when.day", date(from), time(from), time(to))
                : words.of("event.when.days", date(from), time(from), date(to), time(to));
    }

    /** The day and the hour of the beginning, in few letters. */
    public String brief(EventView event) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .localizedBy(words.getLocale())
                .format(starts(event));
    }

    /** The time zone, with the name it has on that day of the year. */
    public String zone(EventView event) {
        return event.zone().getId().replace('_', ' ') + " (" + in(starts(event), "z") + ")";
    }

    /** A moment of the event by the clocks of its place, such as the end of the time for answers. */
    public String moment(EventView event, Instant instant) {
        ZonedDateTime there = instant.atZone(event.zone());
        return words.of("event.when.moment", date(there), time(there), in(there, "z"));
    }

    private static ZonedDateTime starts(EventView event) {
        return event.startsAt().atZone(event.zone());
    }

    private String date(ZonedDateTime moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .localizedBy(words.getLocale())
                .format(moment);
    }

    private String time(ZonedDateTime moment) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .localizedBy(words.getLocale())
                .format(moment);
    }

    private String in(ZonedDateTime moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, words.getLocale()).format(moment);
    }
}
