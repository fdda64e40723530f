package hilft.web.api.member;

import hilft.forum.member.MemberView;
import hilft.rewards.reputation.Standing;
import java.time.Instant;
import java.util.List;

/** A member as everybody sees them. */
public record MemberJson(
        String handle,
        String displayName,
        List<String> roles,
        long points,
        int solutions,
        Instant joinedAt,
        String aboutHtml) {

    static MemberJson of(MemberView member, Standing standing) {
        return new MemberJson(
                member.handle(),
                member.displayName(),
                AuthorJson.labels(member.roles()),
                standing.points(),
                standing.solutions(),
                member.joinedAt(),
                member.profile().aboutHtml());
    }
}
