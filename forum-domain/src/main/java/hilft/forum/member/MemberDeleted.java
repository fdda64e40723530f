package hilft.forum.member;

import java.time.Instant;

/** A member is a tombstone from now on. */
public record MemberDeleted(long memberId, Instant at) {}
