package hilft.forum.member;

import java.time.Instant;

/** An account was closed to its member; it may be opened again. */
public record MemberDisabled(long memberId, Instant at) {}
