package hilft.web.api.event;

import hilft.rewards.event.InvitationView;
import hilft.web.api.member.AuthorJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invitation as marketing sees it. */
public record InvitationJson(
        long id,
        AuthorJson guest,
        String state,
        Instant invitedAt,
        @Nullable Instant answeredAt) {

    static InvitationJson of(InvitationView view, AuthorJson guest) {
        return new InvitationJson(view.id(), guest, view.state().label(), view.invitedAt(), view.answeredAt());
    }
}
