package hilft.web.api.member;

import hilft.forum.member.MemberProfile;
import hilft.forum.member.MemberView;
import hilft.rewards.reputation.Standing;
import hilft.web.api.http.Versioned;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The caller's own profile, with what only they may know. */
public record MeJson(
        String handle,
        String displayName,
        List<String> roles,
        List<String> moderates,
        long points,
        int solutions,
        Instant joinedAt,
        @Nullable String email,
        boolean emailVerified,
        String language,
        boolean mailWanted,
        boolean mentionsWanted,
        boolean handleChangeable,
        String about,
        @Nullable String zone,
        boolean activityShown,
        boolean searchListed,
        long unreadNotifications)
        implements Versioned {

    static MeJson of(
            MemberView member,
            List<String> roles,
            List<String> moderates,
            Standing standing,
            long unread,
            Instant now) {
        MemberProfile profile = member.profile();
        ZoneId zone = profile.zone();
        return new MeJson(
                member.handle(),
                member.displayName(),
                roles,
                moderates,
                standing.points(),
                standing.solutions(),
                member.joinedAt(),
                member.email(),
                member.emailVerified(),
                member.language(),
                member.mailWanted(),
                profile.mentionsWanted(),
                !now.isBefore(member.handleChangeableFrom()),
                profile.about(),
                zone == null ? null : zone.getId(),
                profile.activityShown(),
                profile.searchListed(),
                unread);
    }

    @Override
    public String editVersion() {
        return Integer.toHexString(
                Objects.hash(handle, language, mailWanted, mentionsWanted, about, zone, activityShown, searchListed));
    }
}
