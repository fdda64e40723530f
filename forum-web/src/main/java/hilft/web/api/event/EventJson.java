package hilft.web.api.event;

import hilft.rewards.event.EventView;
import hilft.web.api.http.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event. Times are UTC; {@code zone} says by which clocks it is held.
 *
 * @param streamUrl for guests and marketing, null for all others
 * @param seatsLeft for the invited and marketing, null for all others
 * @param published whether everybody sees it, even if it was called off later
 */
public record EventJson(
        long id,
        String url,
        String titleDe,
        String titleEn,
        String textDe,
        String textEn,
        String htmlDe,
        String htmlEn,
        @Nullable String place,
        @Nullable String streamUrl,
        Instant startsAt,
        Instant endsAt,
        String zone,
        int seats,
        @Nullable Integer seatsLeft,
        Instant rsvpDeadline,
        String state,
        @Nullable String cancelReason,
        boolean published,
        long version,
        You you)
        implements Versioned {

    /** What the caller was asked and may do; {@code invitation} is null for whoever was never invited. */
    public record You(@Nullable String invitation, boolean mayAnswer) {}

    static EventJson of(EventView view, boolean marketing) {
        boolean invited = view.viewerState() != null;
        return new EventJson(
                view.id(),
                view.url(),
                view.titleDe(),
                view.titleEn(),
                view.textDe(),
                view.textEn(),
                view.htmlDe(),
                view.htmlEn(),
                view.place(),
                view.isGuest() || marketing ? view.streamUrl() : null,
                view.startsAt(),
                view.endsAt(),
                view.zone().getId(),
                view.seats(),
                invited || marketing ? (Integer) view.seatsLeft() : null,
                view.rsvpDeadline(),
                view.state().label(),
                view.cancelReason(),
                view.isPublic(),
                view.version(),
                new You(view.viewerState() == null ? null : view.viewerState().label(), view.mayAnswer()));
    }

    @Override
    public String editVersion() {
        return Long.toString(version);
    }
}
