package hilft.forum.draft;

import org.jspecify.annotations.Nullable;

/**
 * A draft in the list of all.
 *
 * @param thread the title of the thread it belongs to; null for a new question and for a thread that is gone
 * @param url where writing goes on; null if that is gone
 */
public record DraftEntry(
        DraftView draft, @Nullable String thread, @Nullable String url) {}
