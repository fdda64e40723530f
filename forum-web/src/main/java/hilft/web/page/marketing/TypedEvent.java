package hilft.web.page.marketing;

import hilft.rewards.event.EventPlan;
import hilft.rewards.event.EventRules;
import hilft.rewards.event.EventView;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The fields of an event as they stand in the form; times as browsers write them, {@code 2026-12-03T18:00}. */
public class TypedEvent {
    private String titleDe = "";
    private String titleEn = "";
    private String textDe = "";
    private String textEn = "";
    private String place = "";
    private String streamUrl = "";
    private String startsAt = "";
    private String endsAt = "";
    private String rsvpDeadline = "";
    private String zone = "";
    private String seats = "";

    void fill(EventView event) {
        titleDe = event.titleDe();
        titleEn = event.titleEn();
        textDe = event.textDe();
        textEn = event.textEn();
        place = orEmpty(event.place());
        streamUrl = orEmpty(event.streamUrl());
        startsAt = local(event.startsAt(), event.zone());
        endsAt = local(event.endsAt(), event.zone());
        rsvpDeadline = local(event.rsvpDeadline(), event.zone());
        zone = event.zone().getId();
        seats = String.valueOf(event.seats());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String local(Instant instant, ZoneId zone) {
        return instant.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** What was typed as a plan; what is no time or no zone is none, and no number is no seat. */
    EventPlan plan() {
        return new EventPlan(
                titleDe,
                titleEn,
                textDe,
                textEn,
                place,
                streamUrl,
                time(startsAt),
                time(endsAt),
                EventRules.zone(zone).orElse(null),
                number(seats),
                time(rsvpDeadline));
    }

    private static @Nullable LocalDateTime time(String typed) {
        try {
            return LocalDateTime.parse(typed.strip());
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    public String getTitleDe() {
        return titleDe;
    }

    public void setTitleDe(String titleDe) {
        this.titleDe = titleDe;
    }

    public String getTitleEn() {
        return titleEn;
    }

    public void setTitleEn(String titleEn) {
        this.titleEn = titleEn;
    }

    public String getTextDe() {
        return textDe;
    }

    public void setTextDe(String textDe) {
        this.textDe = textDe;
    }

    public String getTextEn() {
        return textEn;
    }

    public void setTextEn(String textEn) {
        this.textEn = textEn;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getStreamUrl() {
        return streamUrl;
    }

    public void setStreamUrl(String streamUrl) {
        this.streamUrl = streamUrl;
    }

    public String getStartsAt() {
        return startsAt;
    }

    public void setStartsAt(String startsAt) {
        this.startsAt = startsAt;
    }

    public String getEndsAt() {
        return endsAt;
    }

    public void setEndsAt(String endsAt) {
        this.endsAt = endsAt;
    }

    public String getRsvpDeadline() {
        return rsvpDeadline;
    }

    public void setRsvpDeadline(String rsvpDeadline) {
        this.rsvpDeadline = rsvpDeadline;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getSeats() {
        return seats;
    }

    public void setSeats(String seats) {
        this.seats = seats;
    }
}
