package hilft.rewards.event;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An event as pages and mails show it.
 *
 * @param version what {@link CommunityEvents#change} wants to see again
 * @param uid names the event in calendars for ever
 * @param accepted seats taken
 * @param isPublic published once, even if cancelled later
 * @param over the end has passed
 * @param open invitations can be answered: not cancelled, not begun, deadline not passed
 * @param sequence what the viewer's calendar counts (RFC 5546): grows with each change of the event and of the invitation
 * @param viewerState null for whoever was never invited
 */
public record EventView(
        long id,
        long version,
        String uid,
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
        ZoneId zone,
        int seats,
        int accepted,
        Instant rsvpDeadline,
        EventState state,
        @Nullable String cancelReason,
        boolean isPublic,
        boolean over,
        boolean open,
        int sequence,
        @Nullable Long invitationId,
        @Nullable InvitationState viewerState) {

    /** In the language, or in the other one where it is missing. */
    public String title(String language) {
        return choose(language, titleDe, titleEn);
    }

    /** Markdown. */
    public String text(String language) {
        return choose(language, textDe, textEn);
    }

    public String html(String language) {
        return choose(language, htmlDe, htmlEn);
    }

    static String choose(String language, String german, String english) {
        boolean wantsEnglish = "en".equals(language);
        String wanted = wantsEnglish ? english : german;
        return wanted.isEmpty() ? (wantsEnglish ? german : english) : wanted;
    }

    public int seatsLeft() {
        return seats - accepted;
    }

    public boolean isFull() {
        return accepted >= seats;
    }

    public boolean isCancelled() {
        return state == EventState.CANCELLED;
    }

    /** Whether the viewer may accept or decline now; a full event may be declined, and accepting it says that it is full. */
    public boolean mayAnswer() {
        return open && viewerState != null && viewerState != InvitationState.WITHDRAWN;
    }

    public boolean isGuest() {
        return viewerState == InvitationState.ACCEPTED;
    }

    public String url() {
        return "/events/" + id;
    }
}
