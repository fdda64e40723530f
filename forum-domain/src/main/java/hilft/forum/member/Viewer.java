package hilft.forum.member;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is reading or acting, with the roles their token grants right now; nobody is {@link #ANONYMOUS}. */
public record Viewer(@Nullable Long memberId, Set<Role> roles) {

    public static final Viewer ANONYMOUS = new Viewer(null, Set.of());

    public static Viewer of(long memberId, Set<Role> roles) {
        return new Viewer(memberId, Set.copyOf(roles));
    }

    public boolean isMember() {
        return memberId != null;
    }

    public boolean is(long otherMemberId) {
        return memberId != null && memberId == otherMemberId;
    }

    public boolean isModerator() {
        return roles.contains(Role.MODERATOR) || roles.contains(Role.ADMIN);
    }

    public boolean isMarketing() {
        return roles.contains(Role.MARKETING) || roles.contains(Role.ADMIN);
    }

    /** Answers by staff and admins are official. */
    public boolean isOfficial() {
        return roles.contains(Role.STAFF) || roles.contains(Role.ADMIN);
    }

    /** The member's id; only for use cases that need somebody signed in. */
    public long id() {
        if (memberId == null) {
            throw new MemberProblem(MemberProblem.Reason.SIGNED_OUT);
        }
        return memberId;
    }
}
