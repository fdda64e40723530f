package hilft.forum.revision;

import java.time.Instant;

/** One change of a post's text; the reason may be empty. */
public record Edit(RevisedPost post, RevisedText before, RevisedText after, long editorId, String reason, Instant at) {}
