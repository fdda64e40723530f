package hilft.web.api.event;

import hilft.web.api.member.AuthorJson;
import org.jspecify.annotations.Nullable;

/** Somebody who may be invited, with the place and what was earned in the time; {@code invitation} is null before the first one. */
public record CandidateJson(
        int place,
        AuthorJson member,
        long points,
        int solutions,
        @Nullable String invitation,
        boolean mayBeInvited) {}
