package hilft.stack.demo;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of the demo. {@code days} counts from the day of the loading, {@code planned} back from it; members are
 * usernames, who accept and decline among the {@code invited}.
 */
record DemoEvent(
        String key,
        String planned,
        int days,
        String from,
        String to,
        String zone,
        int answerDaysBefore,
        int seats,
        String titleDe,
        String titleEn,
        String textDe,
        String textEn,
        @Nullable String place,
        @Nullable String streamUrl,
        List<String> invited,
        List<String> accepted,
        List<String> declined,
        boolean published) {

    Duration age() {
        return Duration.ofDays(Period.parse(planned).getDays());
    }

    /** What the API is told, the same to the letter for the same day. */
    JsonObject plan(LocalDate today) {
        var day = today.plusDays(days);
        var plan = new JsonObject();
        plan.addProperty("titleDe", titleDe);
        plan.addProperty("titleEn", titleEn);
        plan.addProperty("textDe", textDe);
        plan.addProperty("textEn", textEn);
        plan.addProperty("place", place == null ? "" : place);
        plan.addProperty("streamUrl", streamUrl == null ? "" : streamUrl);
        plan.addProperty("startsAt", day.atTime(LocalTime.parse(from)).toString());
        plan.addProperty("endsAt", day.atTime(LocalTime.parse(to)).toString());
        plan.addProperty("zone", zone);
        plan.addProperty("seats", seats);
        plan.addProperty(
                "rsvpDeadline", day.minusDays(answerDaysBefore).atTime(12, 0).toString());
        return plan;
    }
}
