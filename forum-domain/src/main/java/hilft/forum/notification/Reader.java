package hilft.forum.notification;

import hilft.forum.member.MemberView;

/** A member who reads a page, and what is new for them. */
public record Reader(MemberView member, NewsCount news) {}
