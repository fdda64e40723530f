package hilft.web.page;

import hilft.forum.member.Author;
import hilft.forum.member.Role;
import java.util.Set;

/**
 * What the header shows of whoever is signed in.
 *
 * @param roles those of the token
 * @param moderator whether they moderate, be it one category
 */
public record SignedIn(Author author, long unread, long points, Set<Role> roles, boolean moderator) {

    private static final long MOST = 99;

    public String unreadShort() {
        return shortly(unread);
    }

    static String shortly(long unread) {
        return unread > MOST ? MOST + "+" : Long.toString(unread);
    }

    public boolean staff() {
        return roles.contains(Role.STAFF);
    }

    public boolean marketing() {
        return roles.contains(Role.MARKETING);
    }

    public boolean admin() {
        return roles.contains(Role.ADMIN);
    }
}
