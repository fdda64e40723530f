package hilft.forum.notification;

import hilft.forum.member.MemberView;
import java.util.Set;

/**
 * A member who reads a page, and what is new for them.
 *
 * @param moderated the categories whose moderator they are named now
 */
public record Reader(MemberView member, NewsCount news, Set<Long> moderated) {}
