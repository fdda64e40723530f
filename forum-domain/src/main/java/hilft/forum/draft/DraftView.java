package hilft.forum.draft;

import java.time.Instant;

/** A draft as its author sees it. */
public record DraftView(long id, DraftPlace place, DraftText text, Instant savedAt, long version) {}
