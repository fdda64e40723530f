package hilft.rewards.event;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What marketing types. Title and text (Markdown) may be missing in one language, not in both; an event needs a place, a
 * stream or both. Times are wall-clock times of the zone: one that the clock change skips is refused, of one that it
 * repeats the first is meant. Null is what could not be read as a time or a zone; {@link EventRules} says so at its field.
 */
public record EventPlan(
        String titleDe,
        String titleEn,
        String textDe,
        String textEn,
        @Nullable String place,
        @Nullable String streamUrl,
        @Nullable LocalDateTime startsAt,
        @Nullable LocalDateTime endsAt,
        @Nullable ZoneId zone,
        int seats,
        @Nullable LocalDateTime rsvpDeadline) {}
