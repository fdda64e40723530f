package hilft.forum.member;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is reading or acting, with the roles their token grants right now; nobody is {@link #ANONYMOUS}.
 *
 * @param moderated the categories whose moderator an admin has named them; what that means is for {@link #within} to say
 */
public record Viewer(@Nullable Long memberId, Set<Role> roles, Set<Long> moderated) {

    public static final Viewer ANONYMOUS = new Viewer(null, Set.of(), Set.of());

    public static Viewer of(long memberId, Set<Role> roles) {
        return of(memberId, roles, Set.of());
    }

    public static Viewer of(long memberId, Set<Role> roles, Set<Long> moderated) {
        return new Viewer(memberId, Set.copyOf(roles), Set.copyOf(moderated));
    }

    /**
     * Who they are where something of this category is read or decided: a moderator, if they were named its moderator. Asked
     * where the row is at hand, and never carried on to another category.
     */
    public Viewer within(long categoryId) {
        if (isModerator() || !moderated.contains(categoryId)) {
            return this;
        }
        Set<Role> here = EnumSet.of(Role.MODERATOR);
        here.addAll(roles);
        return of(id(), here, moderated);
    }

    /** Whether there is any place in which they decide. */
    public boolean isModeratorSomewhere() {
        return isModerator() || !moderated.isEmpty();
    }

    public boolean isMember() {
        return memberId != null;
    }

    public boolean is(long otherMemberId) {
        return memberId != null && memberId == otherMemberId;
    }

    /** Of the whole forum, or of the category they are {@link #within}. */
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
