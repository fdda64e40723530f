package hilft.forum.member;

/** A member has another name or handle, or may take part again. */
public record MemberChanged(long memberId) {}
