package hilft.web.calendar;

import hilft.forum.text.Markdown;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The calendars of a forum whose clock stands still. */
public final class TestCalendars {

    private TestCalendars() {}

    public static Calendars at(Instant now) {
        Calendars calendars = new Calendars();
        calendars.markdown = new Markdown();
        calendars.clock = Clock.fixed(now, ZoneOffset.UTC);
        calendars.from = "Hilft <hilft@example.org>";
        calendars.baseUrl = "https://forum.example.org/";
        return calendars;
    }
}
