package hilft.web.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/** A time zone as far as an event needs it: the clock changes from the last one before it to the first one after. */
final class TimeZones {

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private TimeZones() {}

    static VTimeZone of(ZoneId zone, Instant start, Instant end) {
        return new VTimeZone(
                new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(observances(zone, start, end)));
    }

    private static List<Observance> observances(ZoneId zone, Instant start, Instant end) {
        ZoneRules rules = zone.getRules();
        List<Observance> observances = new ArrayList<>();
        ZoneOffsetTransition change = rules.previousTransition(start.plusNanos(1));
        if (change == null) {
            ZoneOffset offset = rules.getOffset(start);
            observances.add(new Standard(properties(EVER, offset, offset, name(zone, start))));
            change = rules.nextTransition(start);
        }
        while (change != null) {
            observances.add(observance(zone, change));
            change = change.getInstant().isAfter(end) ? null : rules.nextTransition(change.getInstant());
        }
        return observances;
    }

    private static Observance observance(ZoneId zone, ZoneOffsetTransition change) {
        PropertyList properties = properties(
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                name(zone, change.getInstant()));
        return zone.getRules().isDaylightSavings(change.getInstant())
                ? new Daylight(properties)
                : new Standard(properties);
    }

    private static PropertyList properties(LocalDateTime from, ZoneOffset before, ZoneOffset after, String name) {
        List<Property> properties = List.of(
                new DtStart<LocalDateTime>(from), new TzOffsetFrom(before), new TzOffsetTo(after), new TzName(name));
        return new PropertyList(properties);
    }

    private static String name(ZoneId zone, Instant at) {
        return NAME.format(at.atZone(zone));
    }
}
