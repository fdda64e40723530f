package hilft.forum.draft;

import org.jspecify.annotations.Nullable;

/**
 * What saving came to.
 *
 * @param draft at another place than was asked for if another window has taken that in the meantime
 * @param setAside the draft of another window that had the place until now; null if there was none
 */
public record DraftSaved(DraftView draft, @Nullable Long setAside) {}
