package hilft.web.api.member;

import hilft.forum.member.MemberView;
import hilft.rewards.reputation.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member as everybody sees them. */
public record MemberJson(
        String handle,
        String displayName,
        List<String> roles,
        long points,
        int solutions,
        Instant joinedAt,
        String aboutHtml,
        @Nullable String avatarUrl) {

    static MemberJson of(MemberView member, Standing standing) {
        Long avatar = member.profile().avatarId();
        return new MemberJson(
                member.handle(),
                member.displayName(),
                AuthorJson.labels(member.roles()),
                standing.points(),
                standing.solutions(),
                member.joinedAt(),
                member.profile().aboutHtml(),
                avatar == null ? null : "/attachments/" + avatar + "/avatar");
    }
}
